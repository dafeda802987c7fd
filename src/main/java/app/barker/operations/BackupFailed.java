package app.barker.operations;

/** A backup was not made; the message says why to a person. */
class BackupFailed extends RuntimeException {

    BackupFailed(String reason) {
        super(reason);
    }
}
