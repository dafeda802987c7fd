package app.barker.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.account.Username;
import app.barker.bark.BarkText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final int ACCOUNTS = 2_000;
    private static final int BARKS = 10_000;

    private final World world = new World(ACCOUNTS, BARKS, World.SEED);
    private final List<Bark> barks = new ArrayList<>();
    private final List<Like> likes = new ArrayList<>();

    WorldTest() {
        world.tell(barks::add, likes::add);
    }

    @Test
    void theSameSeedIsTheSameWorld() {
        World again = new World(ACCOUNTS, BARKS, World.SEED);
        List<Object> told = new ArrayList<>();
        again.tell(told::add, like -> {});

        assertThat(again.dogs()).isEqualTo(world.dogs());
        assertThat(world.dogs())
                .allSatisfy(
                        dog -> assertThat(again.followeesOf(dog.id())).containsExactly(world.followeesOf(dog.id())));
        assertThat(told).isEqualTo(barks);
    }

    @Test
    void anotherSeedIsAnother() {
        assertThat(new World(ACCOUNTS, BARKS, 1).dogs()).isNotEqualTo(world.dogs());
    }

    @Test
    void namesAreNamesThatPeopleCouldTake() {
        assertThat(world.dogs())
                .extracting(Dog::username)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(Username.problemWith(name)).isEmpty());
    }

    @Test
    void halfFollowAtMostSomeTens() {
        int[] degrees = world.dogs().stream()
                .mapToInt(dog -> world.followeesOf(dog.id()).length)
                .sorted()
                .toArray();
        assertThat(degrees[ACCOUNTS / 2]).isBetween(30, 50);
        assertThat(degrees[ACCOUNTS * 99 / 100]).isBetween(200, 500);
    }

    @Test
    void aFewAreFollowedByAGreatMany() {
        int[] followers = new int[ACCOUNTS + 1];
        world.dogs().forEach(dog -> Arrays.stream(world.followeesOf(dog.id())).forEach(id -> followers[id]++));

        assertThat(followers[Known.REX.id()]).isEqualTo(ACCOUNTS - 2);
        assertThat(followers[Known.BRUNO.id()]).isZero();
        assertThat(Arrays.stream(followers)
                        .filter(count -> count > ACCOUNTS / 4)
                        .count())
                .isBetween(5L, 100L);
    }

    @Test
    void theKnownFollowWhomTheyAreKnownFor() {
        assertThat(world.followeesOf(Known.NALA.id())).isEmpty();
        assertThat(world.followeesOf(Known.MAX.id())).hasSize(ACCOUNTS / 2);
        assertThat(world.followeesOf(Known.LUNA.id())).hasSize(World.QUIET);
        assertThat(Arrays.stream(world.followeesOf(Known.LUNA.id()))).allMatch(world::isQuiet);
        assertThat(world.dogs())
                .allSatisfy(dog -> assertThat(world.followeesOf(dog.id()))
                        .doesNotHaveDuplicates()
                        .doesNotContain(dog.id()));
    }

    @Test
    void theQuietAreQuietAllTheTime() {
        List<Bark> quiet =
                barks.stream().filter(bark -> world.isQuiet(bark.authorId())).toList();

        assertThat(quiet).hasSize(World.QUIET_BARKS);
        assertThat(quiet)
                .extracting(Bark::authorId)
                .hasSize(World.QUIET_BARKS)
                .satisfies(authors -> assertThat(new HashSet<>(authors)).hasSize(World.QUIET));
        assertThat(IntStream.range(1, quiet.size())
                        .map(i -> quiet.get(i).id() - quiet.get(i - 1).id()))
                .allSatisfy(gap -> assertThat(gap).isBetween(39, 41));
    }

    @Test
    void aFewBarkMost() {
        Map<Integer, Integer> perAuthor = new HashMap<>();
        barks.forEach(bark -> perAuthor.merge(bark.authorId(), 1, Integer::sum));
        List<Integer> most = perAuthor.values().stream().sorted((a, b) -> b - a).toList();

        assertThat(most.getFirst()).isBetween(BARKS / 50, BARKS / 20);
        assertThat(most.subList(0, ACCOUNTS / 10).stream().mapToInt(i -> i).sum())
                .isGreaterThan(BARKS / 2);
    }

    @Test
    void barksComeInTheOrderOfIdsAndTime() {
        for (int i = 1; i < BARKS; i++) {
            assertThat(barks.get(i).id()).isEqualTo(barks.get(i - 1).id() + 1);
            assertThat(barks.get(i).createdAt()).isAfter(barks.get(i - 1).createdAt());
        }
    }

    @Test
    void threeInTenAnswerAndOneInTenPassesOn() {
        assertThat(barks.stream().filter(bark -> bark.parent().isPresent()).count())
                .isBetween(BARKS * 27L / 100, BARKS * 33L / 100);
        assertThat(barks.stream().filter(bark -> bark.rebarkOf().isPresent()).count())
                .isBetween(BARKS * 8L / 100, BARKS * 11L / 100);
    }

    @Test
    void repliesKnowTheirThread() {
        assertThat(barks)
                .allSatisfy(bark -> assertThat(bark.root())
                        .isEqualTo(
                                bark.parent().isEmpty()
                                        ? bark.parent()
                                        : byId(bark.parent().getAsInt()).root().isPresent()
                                                ? byId(bark.parent().getAsInt()).root()
                                                : bark.parent()));
        assertThat(barks)
                .filteredOn(bark -> bark.parent().isPresent())
                .allSatisfy(reply ->
                        assertThat(byId(reply.parent().getAsInt()).rebarkOf()).isEmpty());
    }

    @Test
    void whatIsPassedOnIsAnothersBarkAndPassedOnOnce() {
        Set<List<Integer>> seen = new HashSet<>();
        assertThat(barks).filteredOn(bark -> bark.rebarkOf().isPresent()).allSatisfy(rebark -> {
            Bark original = byId(rebark.rebarkOf().getAsInt());
            assertThat(original.rebarkOf()).isEmpty();
            assertThat(original.authorId()).isNotEqualTo(rebark.authorId());
            assertThat(seen.add(List.of(rebark.authorId(), original.id()))).isTrue();
        });
    }

    @Test
    void textsAreTextsThatPeopleCouldPost() {
        List<String> texts = barks.stream()
                .filter(bark -> bark.rebarkOf().isEmpty())
                .map(Bark::text)
                .toList();
        assertThat(texts)
                .allSatisfy(text -> assertThat(BarkText.problemWith(text)).isEmpty());
        assertThat(texts.stream()
                        .filter(text -> text.codePoints().anyMatch(Character::isSupplementaryCodePoint))
                        .count())
                .isBetween(texts.size() / 10L, texts.size() / 4L);
        assertThat(texts.stream().mapToInt(String::length).average().orElseThrow())
                .isBetween(60.0, 110.0);
    }

    @Test
    void likesAreAFewABarkAndHundredsForSome() {
        Map<Integer, Integer> perBark = new HashMap<>();
        Set<List<Integer>> pairs = new HashSet<>();
        likes.forEach(like -> {
            perBark.merge(like.barkId(), 1, Integer::sum);
            assertThat(pairs.add(List.of(like.barkId(), like.accountId()))).isTrue();
        });
        assertThat(likes.size() / (double) BARKS).isBetween(1.5, 4.0);
        assertThat(perBark.values()).anyMatch(count -> count > 100);
        assertThat(perBark.size()).isBetween(BARKS / 2, BARKS * 8 / 10);
        assertThat(likes).isSortedAccordingTo((a, b) -> a.createdAt().compareTo(b.createdAt()));
    }

    @Test
    void whatWasBarkedLastIsTheSameWithMoreBefore() {
        List<Bark> shorter = new ArrayList<>();
        new World(ACCOUNTS, BARKS / 10, World.SEED).tell(shorter::add, like -> {});

        assertThat(newestBusy(shorter)).isEqualTo(newestBusy(barks));
    }

    private List<String> newestBusy(List<Bark> of) {
        return of.reversed().stream()
                .filter(bark -> !world.isQuiet(bark.authorId()))
                .limit(200)
                .map(bark -> bark.authorId() + " " + bark.text())
                .toList();
    }

    private Bark byId(int id) {
        return barks.get(id - 1);
    }
}
