package app.barker.image;

/** A picture that cannot be taken, or not now. */
public class ImageRefused extends RuntimeException {

    private final ImageProblem problem;

    ImageRefused(ImageProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    ImageRefused(ImageProblem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    public ImageProblem problem() {
        return problem;
    }
}
