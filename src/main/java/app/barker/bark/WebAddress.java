package app.barker.bark;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/**
 * The address of a page as it stands in a text.
 *
 * @param href begins with http:// or https://
 * @param shown as it is read: short, but with all of the host
 */
record WebAddress(String href, String shown, int start, int end) {

    /** About so many characters are shown. The host is never cut: it says where a link leads. */
    private static final int SHOWN = 30;

    private static final LinkExtractor LINKS = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW))
            .build();

    private static final Set<Integer> PUNCTUATION = Set.of(
            (int) Character.START_PUNCTUATION,
            (int) Character.END_PUNCTUATION,
            (int) Character.INITIAL_QUOTE_PUNCTUATION,
            (int) Character.FINAL_QUOTE_PUNCTUATION,
            (int) Character.OTHER_PUNCTUATION);

    /** In the order in which they stand there. */
    static List<WebAddress> allIn(String text) {
        List<WebAddress> all = new ArrayList<>();
        LINKS.extractLinks(text).forEach(span -> at(span, text).ifPresent(all::add));
        return all;
    }

    private static Optional<WebAddress> at(LinkSpan span, String text) {
        String found = text.substring(span.getBeginIndex(), span.getEndIndex());
        String href = span.getType() == LinkType.WWW ? "https://" + found : found;
        if (!href.regionMatches(true, 0, "http://", 0, 7) && !href.regionMatches(true, 0, "https://", 0, 8)) {
            return Optional.empty();
        }
        int host = href.indexOf("://") + 3;
        int hostEnd = endOfHost(href, host);
        int end = endOf(href, host, hostEnd);
        // Before an @ stands no host: https://bank.example@cats.example leads to the cats.
        if (href.substring(host, hostEnd).indexOf('@') >= 0
                || !saysSomething(href, named(href, host), Math.min(end, hostEnd))) {
            return Optional.empty();
        }
        String whole = href.substring(0, end);
        return Optional.of(new WebAddress(
                whole,
                shown(whole, host, Math.min(hostEnd, end)),
                span.getBeginIndex(),
                span.getEndIndex() - (href.length() - end)));
    }

    private static int endOfHost(String href, int host) {
        int end = host;
        // A backslash too: to a browser it is a slash.
        while (end < href.length() && "/\\?#".indexOf(href.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Without the punctuation of other scripts, quotes and what cannot be seen: they belong to what stands around. */
    private static int endOf(String href, int host, int hostEnd) {
        int end = host;
        while (end < href.length()) {
            int c = href.codePointAt(end);
            if (isForeign(c) || (end < hostEnd && isDash(c))) {
                break;
            }
            end += Character.charCount(c);
        }
        while (end > host && (isDash(href.codePointBefore(end)) || isLeftOver(href, end))) {
            end -= Character.charCount(href.codePointBefore(end));
        }
        return end;
    }

    /** Before a cut; where nothing was cut off, this was looked after. */
    private static boolean isLeftOver(String href, int end) {
        return end < href.length() && ".,:;!?'\"".indexOf(href.charAt(end - 1)) >= 0;
    }

    private static boolean isForeign(int c) {
        return c > 0x7F
                && (PUNCTUATION.contains(Character.getType(c))
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.CONTROL);
    }

    private static boolean isDash(int c) {
        return c > 0x7F && Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    /** Where the part of a host begins that says something. */
    private static int named(String href, int host) {
        return href.regionMatches(true, host, "www.", 0, 4) ? host + 4 : host;
    }

    private static boolean saysSomething(String href, int from, int to) {
        return from < to && href.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String shown(String href, int host, int hostEnd) {
        int from = named(href, host);
        String shown = href.substring(from);
        if (shown.length() == hostEnd - from + 1 && shown.endsWith("/")) {
            return shown.substring(0, shown.length() - 1);
        }
        int length = shown.codePointCount(0, shown.length());
        int keep = Math.max(SHOWN, shown.codePointCount(0, hostEnd - from) + 1);
        return length <= keep + 1 ? shown : shown.substring(0, shown.offsetByCodePoints(0, keep)) + "…";
    }
}
