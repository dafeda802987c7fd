package app.barker.account;

import static app.barker.account.PasswordProblem.COMMON;
import static app.barker.account.PasswordProblem.LIKE_USERNAME;
import static app.barker.account.PasswordProblem.MISSING;
import static app.barker.account.PasswordProblem.NOT_TEXT;
import static app.barker.account.PasswordProblem.TOO_LONG;
import static app.barker.account.PasswordProblem.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PasswordPolicyTest {

    private static final CommonPasswords COMMON_PASSWORDS = new CommonPasswords();

    private final PasswordPolicy policy = withMinimum(15);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "all lower case letters",
                "482915736104827",
                "Füße, Pfoten & Öhrchen",
                "        .        "
            })
    void asksForLengthAndForNoKindOfCharacter(String typed) {
        assertThat(policy.problemWith(typed, "rex")).isEmpty();
    }

    @Test
    void asksForFifteenCharacters() {
        assertThat(policy.problemWith("bury that bone", "rex")).contains(TOO_SHORT);
        assertThat(policy.problemWith("bury that bone!", "rex")).isEmpty();
    }

    @Test
    void countsCharactersAsTheyAreHashed() {
        String dog = "\uD83D\uDC36";
        assertThat(policy.problemWith(dog.repeat(14), "rex")).contains(TOO_SHORT);
        assertThat(policy.problemWith(dog.repeat(15), "rex")).isEmpty();
        assertThat(policy.problemWith("e\u0301".repeat(14), "rex")).contains(TOO_SHORT);
        assertThat(policy.problemWith("e\u0301".repeat(15), "rex")).isEmpty();
    }

    @Test
    void asksForWhatTheSettingSays() {
        assertThat(withMinimum(8).problemWith("dig bone", "rex")).isEmpty();
        assertThat(withMinimum(8).problemWith("dig bon", "rex")).contains(TOO_SHORT);
        assertThat(withMinimum(64).problemWith("d".repeat(63), "rex")).contains(TOO_SHORT);
        assertThat(withMinimum(64).problemWith("d".repeat(64), "rex")).isEmpty();
    }

    @Test
    void neverAsksForLessThanEight() {
        var runner = new ApplicationContextRunner().withUserConfiguration(OnlyTheSettings.class);
        runner.run(context -> assertThat(context.getBean(PasswordSettings.class).minimumLength())
                .isEqualTo(15));
        runner.withPropertyValues("barker.password.minimum-length=8")
                .run(context -> assertThat(
                                context.getBean(PasswordSettings.class).minimumLength())
                        .isEqualTo(8));
        runner.withPropertyValues("barker.password.minimum-length=7")
                .run(context -> assertThat(context).hasFailed());
        runner.withPropertyValues("barker.password.minimum-length=65")
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(PasswordSettings.class)
    static class OnlyTheSettings {}

    @Test
    void refusesMoreThanItTakesWhole() {
        assertThat(policy.problemWith("d".repeat(128), "rex")).isEmpty();
        assertThat(policy.problemWith("d".repeat(129), "rex")).contains(TOO_LONG);
        assertThat(policy.problemWith("d".repeat(1 << 20), "rex")).contains(TOO_LONG);
    }

    @Test
    void callsTextThatGrowsWhenItIsNormalisedTooLong() {
        // A Devanagari letter that Unicode always takes apart: two code points in NFC.
        String qa = "\u0958";
        assertThat(policy.problemWith(qa.repeat(64), "rex")).isEmpty();
        assertThat(policy.problemWith(qa.repeat(65), "rex")).contains(TOO_LONG);
    }

    @Test
    void refusesWhatIsNotText() {
        assertThat(policy.problemWith("bury that bone \uD83D", "rex")).contains(NOT_TEXT);
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(policy.problemWith("", "rex")).contains(MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789987654321",
                "1qaz2wsx3edc4rfv",
                "1QAZ2WSX3EDC4RFV",
                "PasswordStandard",
                "passwordpassword",
                "PasswordPasswordPassword",
                "passwordpasswor", // broken off at fifteen
                "qwertyqwertyqwerty",
                "trustno1trustno1"
            })
    void refusesLeakedPasswordsAlsoSaidSeveralTimes(String typed) {
        assertThat(policy.problemWith(typed, "rex")).contains(COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password password", // not the piece alone
                "my passwordstandard",
                "passwordpassword!",
                "woof woof woof!",
                "aaaaaaaaaaaaaaa", // on no list; length is all that is asked
                "xyxyxyxyxyxyxyxy"
            })
    void letsPassWhatOnlyContainsALeakedPassword(String typed) {
        assertThat(policy.problemWith(typed, "rex")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good-dog-bella",
                "Good-Dog-Bella",
                "good-dog-bella!",
                "good-dog-bella 2026",
                "1234567good-dog-bella",
                "good-dog-bellagood-dog-bella",
                "   good-dog-bella        "
            })
    void refusesLittleMoreThanTheUsername(String typed) {
        assertThat(policy.problemWith(typed, "good-dog-bella")).contains(LIKE_USERNAME);
        assertThat(policy.problemWith(typed, "GOOD-DOG-BELLA")).contains(LIKE_USERNAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678good-dog-bella", // eight of its own
                "good-dog-bella likes bones",
                "good dog bella",
                "good-dog-bell and",
                "allebgod-doog-allebd"
            })
    void letsPassWhatHasEnoughOfItsOwn(String typed) {
        assertThat(withMinimum(8).problemWith(typed, "good-dog-bella")).isEmpty();
    }

    @Test
    void countsShortNamesToo() {
        assertThat(policy.problemWith("bo bo bo bo bo bo", "bo")).contains(LIKE_USERNAME);
        assertThat(policy.problemWith("bo buried the bone", "bo")).isEmpty();
    }

    @Test
    void doesNotTakeHalfAUsernameForOne() {
        assertThat(policy.problemWith("the best password here", "")).isEmpty();
        assertThat(policy.problemWith("eeeeeeeeeeeeeeee", "e")).isEmpty();
    }

    @Test
    void namesTheWorstReasonFirst() {
        assertThat(policy.problemWith("password", "password"))
                .as("common, like the username and short")
                .contains(COMMON);
        assertThat(policy.problemWith("bella!", "bella"))
                .as("like the username and short")
                .contains(LIKE_USERNAME);
        assertThat(policy.problemWith("d".repeat(129) + "\uD83D", "rex"))
                .as("too long and not text")
                .contains(NOT_TEXT);
    }

    private static PasswordPolicy withMinimum(int length) {
        return new PasswordPolicy(new PasswordSettings(length), COMMON_PASSWORDS);
    }
}
