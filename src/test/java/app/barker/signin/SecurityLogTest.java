package app.barker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.barker.testing.DatabaseTest;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
@DatabaseTest
class SecurityLogTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void whatWasTypedCannotLookLikeAnotherLine(CapturedOutput output) {
        String reason = "spam\n2026-01-01 INFO event=SIGNED_IN account=1 \"\u2028\u001b[31m";

        new SecurityLog(jdbc, clock)
                .write(SecurityLog.Entry.of(SecurityEventKind.BANNED, Origin.NOWHERE)
                        .detail(reason));

        assertThat(output.getAll())
                .contains("detail=\"spam\\u000a2026-01-01 INFO event=SIGNED_IN account=1 \\\"\\u2028\\u001b[31m\"");
        assertThat(jdbc.sql("select detail from security_events order by id desc fetch first 1 rows only")
                        .query(String.class)
                        .single())
                .isEqualTo(reason);
    }
}
