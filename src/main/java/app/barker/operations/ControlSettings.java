package app.barker.operations;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param socket the file that the control socket is; its folder is made. Unix allows some 100 characters. */
@ConfigurationProperties("barker.control")
record ControlSettings(@DefaultValue("data/barker.sock") Path socket) {}
