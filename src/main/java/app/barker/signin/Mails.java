package app.barker.signin;

import app.barker.shared.Language;
import app.barker.shared.Texts;
import java.text.MessageFormat;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes to people, where an operator has said how. Never on the thread of whoever asked: how long it takes says nothing. */
@Component
class Mails implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Mails.class);

    private final Optional<JavaMailSender> sender;
    private final MailSettings settings;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mail").factory());

    Mails(ObjectProvider<JavaMailSender> sender, MailSettings settings) {
        this.sender = Optional.ofNullable(sender.getIfAvailable()).filter(given -> settings.isComplete());
        this.settings = settings;
        if (this.sender.isEmpty() && (sender.getIfAvailable() != null || settings.isComplete())) {
            LOG.warn(
                    "No mail is sent: spring.mail.host, barker.mail.from and barker.mail.public-address belong together");
        }
    }

    boolean areSent() {
        return sender.isPresent();
    }

    /** Something that may end in a mail; what goes wrong with it is in the log alone. */
    void later(Runnable work) {
        writer.execute(() -> {
            try {
                work.run();
            } catch (MailException | DataAccessException | TransactionException failed) {
                LOG.error("A mail was not sent", failed);
            }
        });
    }

    /**
     * Writes a text of the bundles, with a link of ours as its last parameter.
     *
     * @param key of the subject; the text stands below it
     */
    void write(String to, Language language, String key, String path, String... parameters) {
        Object[] all = new Object[parameters.length + 1];
        System.arraycopy(parameters, 0, all, 0, parameters.length);
        all[parameters.length] = settings.linkTo(path);
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(settings.from());
        mail.setTo(to);
        mail.setSubject(text(language, key, all));
        mail.setText(text(language, key + ".text", all));
        sender.orElseThrow().send(mail);
    }

    private static String text(Language language, String key, Object[] parameters) {
        String text = Texts.in(language.locale()).getString(key);
        return new MessageFormat(text, language.locale()).format(parameters);
    }

    @Override
    public void destroy() {
        writer.shutdown();
    }
}
