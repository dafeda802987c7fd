package app.barker.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Where a request comes from, in words that its owner knows: the address, and browser and system as far as the browser says.
 * Anyone can send any of it but the address.
 *
 * @param browser for example "Firefox"; empty when it is none of the known ones
 * @param operatingSystem for example "Linux"; empty as well
 */
public record Origin(String address, String browser, String operatingSystem) {

    /** For what the server does by itself. */
    public static final Origin NOWHERE = new Origin("", "", "");

    private static final int LONGEST_ADDRESS = 45;

    /** Of the connection, or as a trusted proxy says. */
    public static Origin of(HttpServletRequest request) {
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        String address = Optional.ofNullable(request.getRemoteAddr()).orElse("");
        return new Origin(
                address.length() <= LONGEST_ADDRESS ? address : address.substring(0, LONGEST_ADDRESS),
                browserOf(agent),
                systemOf(agent));
    }

    NetworkAddress network() {
        return NetworkAddress.of(address);
    }

    /** Most browsers name others too; the more particular name comes first. */
    private static String browserOf(String agent) {
        return firstOf(
                agent,
                "Edg",
                "Edge",
                "OPR/",
                "Opera",
                "SamsungBrowser/",
                "Samsung Internet",
                "Firefox/",
                "Firefox",
                "FxiOS/",
                "Firefox",
                "CriOS/",
                "Chrome",
                "Chrome/",
                "Chrome",
                "Safari/",
                "Safari",
                "curl/",
                "curl");
    }

    private static String systemOf(String agent) {
        return firstOf(
                agent,
                "Android",
                "Android",
                "iPhone",
                "iPhone",
                "iPad",
                "iPad",
                "Windows",
                "Windows",
                "CrOS",
                "ChromeOS",
                "Mac OS X",
                "macOS",
                "Linux",
                "Linux");
    }

    private static String firstOf(String agent, String... signsAndNames) {
        for (int i = 0; i < signsAndNames.length; i += 2) {
            if (agent.contains(signsAndNames[i])) {
                return signsAndNames[i + 1];
            }
        }
        return "";
    }
}
