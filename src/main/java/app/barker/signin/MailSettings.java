package app.barker.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Barker writes to people, besides {@code spring.mail.*}. Without all of it no mail is sent.
 *
 * @param from who it is from
 * @param publicAddress where people reach Barker, for example {@code https://barker.example.org}: links in mail begin with it, for what a
 *     browser says of it can be forged by whoever asks for the mail
 */
@ConfigurationProperties("barker.mail")
public record MailSettings(
        @DefaultValue("") String from, @DefaultValue("") String publicAddress) {

    boolean isComplete() {
        return !from.isBlank() && publicAddress.matches("https?://\\S+");
    }

    String linkTo(String path) {
        return publicAddress.replaceAll("/+$", "") + path;
    }
}
