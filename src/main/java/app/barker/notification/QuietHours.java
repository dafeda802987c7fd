package app.barker.notification;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wants no badge, each day, by the clock on their own wall. Where that clock jumps over the beginning or the end, it is at
 * the jump; where it shows it twice, they last from the first time to the second.
 *
 * @param to on the next day where it is earlier than {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** @throws IllegalArgumentException when it ends as it begins */
    public QuietHours {
        from = from.truncatedTo(ChronoUnit.MINUTES);
        to = to.truncatedTo(ChronoUnit.MINUTES);
        if (from.equals(to)) {
            throw new IllegalArgumentException("All day or never");
        }
    }

    /** As a browser writes them, which may be anything; empty when it is none. */
    public static Optional<QuietHours> read(String from, String to, String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone)));
        } catch (DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** When those end in which a moment lies; empty where it lies in none. */
    public Optional<Instant> endAt(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(day -> !moment.isBefore(beginning(day)))
                .map(this::end)
                .filter(moment::isBefore)
                .max(Comparator.naturalOrder());
    }

    private Instant beginning(LocalDate day) {
        return moment(day.atTime(from), List::getFirst);
    }

    private Instant end(LocalDate day) {
        return moment((from.isBefore(to) ? day : day.plusDays(1)).atTime(to), List::getLast);
    }

    /** Which of two, where the clock shows it twice. */
    @FunctionalInterface
    private interface Choice {
        ZoneOffset of(List<ZoneOffset> earlierAndLater);
    }

    private Instant moment(LocalDateTime onTheWall, Choice choice) {
        @Nullable ZoneOffsetTransition jump = zone.getRules().getTransition(onTheWall);
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : onTheWall.toInstant(choice.of(zone.getRules().getValidOffsets(onTheWall)));
    }
}
