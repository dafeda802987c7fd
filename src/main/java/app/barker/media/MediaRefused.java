package app.barker.media;

/** A bark cannot show what it was to show. */
public class MediaRefused extends RuntimeException {

    private final MediaProblem problem;

    MediaRefused(MediaProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public MediaProblem problem() {
        return problem;
    }
}
