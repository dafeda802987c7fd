package app.barker.image;

/** A picture that was drawn anew: a JPEG file, and how large it is in pixels. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record DrawnImage(byte[] jpeg, int width, int height) {}
