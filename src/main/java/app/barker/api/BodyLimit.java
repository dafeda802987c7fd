package app.barker.api;

import app.barker.image.ImageWorkshop;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is larger than any that the API takes, before anything reads it for what it says: by the length that it
 * announces, or, where it announces none, after so many bytes.
 */
public class BodyLimit extends OncePerRequestFilter {

    /** In bytes. A bark with its escapes is far smaller. */
    static final int LARGEST = 64 * 1024;

    private static final RequestMatcher PICTURE =
            PathPatternRequestMatcher.withDefaults().matcher(MediaApi.PATH);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PICTURE.matches(request)) {
            passPicture(request, response, chain);
        } else if (request.getContentLengthLong() > LARGEST) {
            refuse(request, response);
        } else if (request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
        } else {
            byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                refuse(request, response);
            } else {
                chain.doFilter(new Read(request, body), response);
            }
        }
    }

    /** Whoever takes it counts what it reads. */
    private static void passPicture(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > ImageWorkshop.LARGEST_UPLOAD) {
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PlainProblem.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "api.too-large");
    }

    /** Of which the body has been read. */
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Body(new ByteArrayInputStream(body));
        }
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("It has been read");
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }
    }
}
