package app.barker.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final String BERLIN = "Europe/Berlin";

    @ParameterizedTest
    @CsvSource({
        // Winter: one hour ahead of UTC.
        "2026-01-10T20:59:59Z, false",
        "2026-01-10T21:00:00Z, true",
        "2026-01-11T05:59:59Z, true",
        "2026-01-11T06:00:00Z, false",
        // Summer: two.
        "2026-07-10T19:59:59Z, false",
        "2026-07-10T20:00:00Z, true",
        "2026-07-11T04:59:59Z, true",
        "2026-07-11T05:00:00Z, false"
    })
    void lastFromTheEveningToTheMorningByTheWallClock(Instant moment, boolean quiet) {
        assertThat(hours("22:00", "07:00", BERLIN).endAt(moment).isPresent()).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-10T11:59:59Z, false",
        "2026-01-10T12:00:00Z, true",
        "2026-01-10T13:29:59Z, true",
        "2026-01-10T13:30:00Z, false"
    })
    void lastWithinADay(Instant moment, boolean quiet) {
        assertThat(hours("13:00", "14:30", BERLIN).endAt(moment).isPresent()).isEqualTo(quiet);
    }

    /** At 02:00 on 29 March 2026 the clocks show 03:00: the night has an hour less. */
    @Test
    void endByTheWallClockInTheNightOfTheChangeToSummerTime() {
        QuietHours hours = hours("22:00", "07:00", BERLIN);

        assertThat(hours.endAt(Instant.parse("2026-03-28T21:00:00Z"))).hasValue(Instant.parse("2026-03-29T05:00:00Z"));
        assertThat(hours.endAt(Instant.parse("2026-03-29T04:59:59Z"))).isPresent();
        assertThat(hours.endAt(Instant.parse("2026-03-29T05:00:00Z"))).isEmpty();
    }

    /** At 03:00 on 25 October 2026 they show 02:00 again: it has an hour more. */
    @Test
    void endByTheWallClockInTheNightOfTheChangeBack() {
        QuietHours hours = hours("22:00", "07:00", BERLIN);

        assertThat(hours.endAt(Instant.parse("2026-10-24T20:00:00Z"))).hasValue(Instant.parse("2026-10-25T06:00:00Z"));
        assertThat(hours.endAt(Instant.parse("2026-10-25T05:59:59Z"))).isPresent();
        assertThat(hours.endAt(Instant.parse("2026-10-25T06:00:00Z"))).isEmpty();
    }

    @Test
    void aBeginningThatTheClockJumpsOverIsAtTheJump() {
        QuietHours hours = hours("02:30", "05:00", BERLIN);

        assertThat(hours.endAt(Instant.parse("2026-03-29T00:59:59Z"))).isEmpty();
        assertThat(hours.endAt(Instant.parse("2026-03-29T01:00:00Z"))).hasValue(Instant.parse("2026-03-29T03:00:00Z"));
    }

    @Test
    void anEndThatTheClockJumpsOverIsAtTheJump() {
        QuietHours hours = hours("22:00", "02:30", BERLIN);

        assertThat(hours.endAt(Instant.parse("2026-03-29T00:59:59Z"))).hasValue(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(hours.endAt(Instant.parse("2026-03-29T01:00:00Z"))).isEmpty();
    }

    @Test
    void anEndThatTheClockShowsTwiceIsTheSecondOne() {
        QuietHours hours = hours("22:00", "02:30", BERLIN);

        // 02:30 in summer time, 02:00 in winter time, and 02:30 again.
        assertThat(hours.endAt(Instant.parse("2026-10-25T00:30:00Z"))).isPresent();
        assertThat(hours.endAt(Instant.parse("2026-10-25T01:00:00Z"))).hasValue(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(hours.endAt(Instant.parse("2026-10-25T01:30:00Z"))).isEmpty();
    }

    @Test
    void aBeginningThatTheClockShowsTwiceIsTheFirstOneAndTheyAreNotInterrupted() {
        QuietHours hours = hours("02:30", "05:00", BERLIN);

        assertThat(hours.endAt(Instant.parse("2026-10-25T00:29:59Z"))).isEmpty();
        for (String moment : new String[] {"2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T01:29:59Z"}) {
            assertThat(hours.endAt(Instant.parse(moment))).hasValue(Instant.parse("2026-10-25T04:00:00Z"));
        }
    }

    /** Lord Howe Island moves its clocks by half an hour; Apia left out the whole of 30 December 2011. */
    @Test
    void strangeChangesAreChangesToo() {
        QuietHours onTheIsland = hours("22:00", "01:45", "Australia/Lord_Howe");
        assertThat(onTheIsland.endAt(Instant.parse("2026-04-04T14:40:00Z")))
                .hasValue(Instant.parse("2026-04-04T15:15:00Z"));

        QuietHours inApia = hours("22:00", "07:00", "Pacific/Apia");
        // The night that is left out ends at the jump; there the next one begins, late.
        assertThat(inApia.endAt(Instant.parse("2011-12-30T09:00:00Z"))).hasValue(Instant.parse("2011-12-30T10:00:00Z"));
        assertThat(inApia.endAt(Instant.parse("2011-12-30T10:00:00Z"))).hasValue(Instant.parse("2011-12-30T17:00:00Z"));
        assertThat(inApia.endAt(Instant.parse("2011-12-30T17:00:00Z"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, Europe/Berlin, true",
        "22:00:30, 07:00, Europe/Berlin, true",
        "22:00, 22:00, Europe/Berlin, false",
        "22:00:10, 22:00:50, Europe/Berlin, false",
        "24:01, 07:00, Europe/Berlin, false",
        "'', 07:00, Europe/Berlin, false",
        "22:00, x, Europe/Berlin, false",
        "22:00, 07:00, Mars/Olympus, false",
        "22:00, 07:00, '', false",
        "22:00, 07:00, +01:00, false",
        "22:00, 07:00, ../../etc, false"
    })
    void areReadFromWhatABrowserSays(String from, String to, String zone, boolean good) {
        assertThat(QuietHours.read(from, to, zone).isPresent()).isEqualTo(good);
    }

    @Test
    void doNotEndAsTheyBegin() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> hours("22:00", "22:00", BERLIN));
    }

    private static QuietHours hours(String from, String to, String zone) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    }
}
