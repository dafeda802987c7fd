package app.barker.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the measures share.
 *
 * @param tabs how many pages the figures of the heap open
 * @param scale how big the worlds are in which the feeds are read
 * @param peer another server to be measured beside ours
 * @param verbose whether {@link #detail} is printed
 */
record Setting(Path jar, Workplace workplace, int tabs, Scale scale, Optional<URI> peer, boolean verbose) {

    /** An empty folder with a filled database, for one server. */
    Path folderWith(int barks) throws Exception {
        Path folder = workplace.folder("server");
        Kennel.fill(folder, barks);
        return folder;
    }

    void detail(String line) {
        if (verbose) {
            System.out.println("  " + line);
        }
    }
}
