package app.barker.account;

import app.barker.image.ImageRefused;
import app.barker.image.ImageWorkshop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who people are for others: what they call themselves, what they say about themselves, how they look. */
@Service
public class ProfileService {

    /** How many people are offered for a name that is being typed. */
    public static final int MOST_OFFERED = 8;

    /** In bytes of a picture that is uploaded. */
    public static final int LARGEST_UPLOAD = ImageWorkshop.LARGEST_UPLOAD;

    /** In pixels of an avatar: twice the largest place for one, for fine screens. */
    private static final int SIDE = 256;

    private static final int VERSION_LENGTH = 16;

    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{" + VERSION_LENGTH + "}");

    private final AccountRepository accounts;
    private final ProfileTable profiles;
    private final ImageWorkshop images;
    private final TransactionTemplate transaction;

    ProfileService(
            AccountRepository accounts, ProfileTable profiles, ImageWorkshop images, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.images = images;
        this.transaction = transaction;
    }

    /** Whose name this is, in any case; it may be anything. */
    public Optional<Profile> find(String username) {
        return Username.problemWithForm(username).isEmpty()
                ? profiles.find(username.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /**
     * One's own.
     *
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    public Profile of(Viewer me) {
        return profiles.find(me.id()).orElseThrow(AccountGone::new);
    }

    /**
     * People whose username or display name begins like this, in any case; those of the username first. Reads a few rows of
     * an index, however many people there are.
     *
     * @param prefix anything; everybody's name begins with nothing
     * @param most at most {@link #MOST_OFFERED}
     */
    public List<Profile> startingWith(String prefix, int most) {
        byte[] key = NameKey.of(prefix);
        if (prefix.length() > Username.LONGEST + DisplayName.MOST_CODE_POINTS || key.length == NameKey.LONGEST) {
            return List.of();
        }
        Comparator<Profile> usernameFirst = Comparator.comparing(person -> !beginsWith(person.username(), key));
        return profiles.startingWith(key, MOST_OFFERED).stream()
                .distinct()
                .sorted(usernameFirst.thenComparing(Profile::username))
                .limit(Math.clamp(most, 0, MOST_OFFERED))
                .toList();
    }

    /**
     * Says anew who somebody is. Empty ones take back what was said.
     *
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public void change(Viewer me, DisplayName name, Bio bio) {
        lock(me).describe(name, bio);
    }

    /**
     * Makes a picture that somebody uploads their avatar, scaled and drawn anew. Reads no more of it than it takes to find it
     * too large; waits where many upload at once.
     *
     * @return the version of the avatar, which belongs into its address
     * @throws ImageRefused when it is no picture that Barker takes, or when too many upload right now
     * @throws IOException when the upload breaks off
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    public String setAvatar(Viewer me, InputStream upload) throws IOException {
        // Before the transaction begins: a connection must not wait for it.
        byte[] image = images.square(upload, SIDE);
        String version = versionOf(image);
        transaction.executeWithoutResult(tx -> {
            lock(me).wear(version);
            profiles.putAvatar(me.id(), image);
        });
        return version;
    }

    /**
     * Back to the drawn dog.
     *
     * @throws AccountGone when the account of the one who asks does not stand any more
     */
    @Transactional
    public void removeAvatar(Viewer me) {
        lock(me).takeAvatarOff();
        profiles.removeAvatar(me.id());
    }

    /** A JPEG picture, as long as it is the one that somebody wears. Both may be anything. */
    public Optional<byte[]> avatar(long accountId, String version) {
        return VERSION.matcher(version).matches() ? profiles.avatar(accountId, version) : Optional.empty();
    }

    private Account lock(Viewer me) {
        return accounts.lockAlone(me.id()).filter(Account::isActive).orElseThrow(AccountGone::new);
    }

    private static boolean beginsWith(String username, byte[] key) {
        return username.startsWith(new String(key, StandardCharsets.UTF_8));
    }

    private static String versionOf(byte[] image) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(image);
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
