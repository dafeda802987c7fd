package app.barker.feed;

import app.barker.bark.BarkCard;
import app.barker.bark.RichText;
import app.barker.bark.RichText.Segment;
import app.barker.media.Media;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Barks as an Atom feed (RFC 4287). The ids of its entries do not depend on the address by which Barker was asked, nor on the
 * feed: who reads two feeds knows a bark again. The feed's own address, with the secret, stands in its link to itself and nowhere
 * else.
 */
final class AtomDocument {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** In code points of an entry's title. */
    private static final int LONGEST_TITLE = 80;

    private static final int REPLACEMENT = 0xFFFD;

    private final OwnFeed feed;
    private final List<BarkCard> barks;
    private final String here;
    private final ResourceBundle texts;
    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;

    /**
     * @param barks the newest first
     * @param here where the reader has this Barker, without a slash at the end
     */
    AtomDocument(OwnFeed feed, List<BarkCard> barks, String here, ResourceBundle texts) throws XMLStreamException {
        this.feed = feed;
        this.barks = barks;
        this.here = here;
        this.texts = texts;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
    }

    /** @param self the address that was asked */
    byte[] bytes(String self) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element("id", urn("feed", feed.id(), feed.createdAt()));
        element("title", title());
        element("updated", updated().toString());
        link("self", "application/atom+xml", self);
        link("alternate", "text/html", here + path());
        element("generator", "Barker");
        for (BarkCard bark : barks) {
            entry(bark);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return written.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** When what it shows was said or changed last; of an empty one, when it was turned on. */
    Instant updated() {
        return barks.stream()
                .map(AtomDocument::updated)
                .max(Comparator.naturalOrder())
                .orElse(feed.createdAt());
    }

    private void entry(BarkCard bark) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", urn(bark.rebarkedBy().isPresent() ? "rebark" : "bark", bark.entryId(), bark.createdAt()));
        element("title", titleOf(bark));
        element("published", bark.createdAt().toString());
        element("updated", updated(bark).toString());
        xml.writeStartElement("author");
        element("name", bark.author().displayName());
        element("uri", profile(bark.author().username()));
        xml.writeEndElement();
        link("alternate", "text/html", here + "/barks/" + bark.id());
        for (String tag : RichText.tagsIn(bark.text())) {
            xml.writeEmptyElement("category");
            attribute("term", tag);
        }
        xml.writeStartElement("content");
        attribute("type", "xhtml");
        xml.writeStartElement("div");
        xml.writeDefaultNamespace(XHTML);
        if (bark.rebarkedBy().isPresent()) {
            element("p", say("feed.rebarked", bark.rebarkedBy().get().displayName()));
        }
        if (bark.replyTo().isPresent() && !bark.replyTo().get().username().isEmpty()) {
            element("p", say("feed.replying", bark.replyTo().get().username()));
        }
        if (!bark.text().isEmpty()) {
            text(bark.text(), bark.mentions());
        }
        for (Media picture : bark.media()) {
            element("p", inWords(picture));
        }
        if (bark.quote().isPresent()) {
            quote(bark.quote().get());
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void quote(BarkCard.Quote quote) throws XMLStreamException {
        xml.writeStartElement("blockquote");
        attribute("cite", here + "/barks/" + quote.id());
        element("p", quote.author().displayName() + " @" + quote.author().username());
        text(quote.text(), quote.mentions());
        xml.writeEndElement();
    }

    private void text(String text, Set<String> mentions) throws XMLStreamException {
        xml.writeStartElement("p");
        for (Segment segment : RichText.of(text, mentions)) {
            switch (segment) {
                case Segment.Plain plain -> lines(plain.text());
                case Segment.Mention mention -> anchor(profile(mention.username()), mention.text());
                case Segment.Tag tag -> anchor(here + "/tags/" + tag.tag(), tag.text());
                case Segment.Link link -> anchor(link.href(), link.text());
            }
        }
        xml.writeEndElement();
    }

    private void lines(String text) throws XMLStreamException {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                xml.writeEmptyElement("br");
            }
            characters(lines[i]);
        }
    }

    private void anchor(String href, String text) throws XMLStreamException {
        xml.writeStartElement("a");
        attribute("href", href);
        characters(text);
        xml.writeEndElement();
    }

    private void link(String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        attribute("rel", rel);
        attribute("type", type);
        attribute("href", href);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        characters(text);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(legal(text));
    }

    private String title() {
        return switch (feed.subject()) {
            case FeedSubject.Home() -> texts.getString("feed.title.home");
            case FeedSubject.OfPerson person -> say("feed.title.person", person.username());
            case FeedSubject.Tagged tagged -> say("feed.title.tag", tagged.tag());
        };
    }

    private String path() {
        return switch (feed.subject()) {
            case FeedSubject.Home() -> "/";
            case FeedSubject.OfPerson person -> "/users/" + person.username();
            case FeedSubject.Tagged tagged -> "/tags/" + tagged.tag();
        };
    }

    private String profile(String username) {
        return here + "/users/" + username;
    }

    private String titleOf(BarkCard bark) {
        String line = bark.text().isEmpty()
                ? bark.media().stream().map(this::inWords).findFirst().orElse("")
                : bark.text().lines().findFirst().orElse("");
        boolean fits = line.codePointCount(0, line.length()) <= LONGEST_TITLE;
        String shown = fits ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
        return bark.author().displayName() + ": " + shown;
    }

    /** Who reads a feed is not logged in, and would not get the picture. */
    private String inWords(Media picture) {
        return picture.alt().isEmpty()
                ? texts.getString("feed.picture.undescribed")
                : say("feed.picture", picture.alt());
    }

    private static Instant updated(BarkCard bark) {
        return bark.editedAt().orElse(bark.createdAt());
    }

    private String say(String key, String word) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(new Object[] {word});
    }

    /** Of a number and a time: two Barkers have not both in common. */
    private static String urn(String kind, long id, Instant at) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((kind + "/" + id + "/" + at).getBytes(StandardCharsets.UTF_8));
    }

    /** XML has no way to write some characters, which a text may hold all the same (XML 1.0, 2.2). */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : REPLACEMENT).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
