package org.offprint.issue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files that an issue may bring with it, by the ending of their names: pictures, sounds, videos, PDF, calendars and archives. */
public final class FileType {
  /** The type of pictures that can hold scripts. */
  public static final String SVG = "image/svg+xml";

  private static final Map<String, String> TYPES = Map.ofEntries(
      Map.entry("png", "image/png"),
      Map.entry("apng", "image/apng"),
      Map.entry("jpg", "image/jpeg"),
      Map.entry("jpeg", "image/jpeg"),
      Map.entry("gif", "image/gif"),
      Map.entry("webp", "image/webp"),
      Map.entry("avif", "image/avif"),
      Map.entry("svg", SVG),
      Map.entry("ico", "image/x-icon"),
      Map.entry("bmp", "image/bmp"),
      Map.entry("mp3", "audio/mpeg"),
      Map.entry("m4a", "audio/mp4"),
      Map.entry("aac", "audio/aac"),
      Map.entry("oga", "audio/ogg"),
      Map.entry("ogg", "audio/ogg"),
      Map.entry("opus", "audio/ogg"),
      Map.entry("wav", "audio/wav"),
      Map.entry("flac", "audio/flac"),
      Map.entry("mp4", "video/mp4"),
      Map.entry("m4v", "video/mp4"),
      Map.entry("webm", "video/webm"),
      Map.entry("ogv", "video/ogg"),
      Map.entry("mov", "video/quicktime"),
      Map.entry("pdf", "application/pdf"),
      Map.entry("ics", "text/calendar"),
      Map.entry("zip", "application/zip"),
      Map.entry("gz", "application/gzip"),
      Map.entry("tgz", "application/gzip"),
      Map.entry("tar", "application/x-tar"),
      Map.entry("bz2", "application/x-bzip2"),
      Map.entry("xz", "application/x-xz"),
      Map.entry("7z", "application/x-7z-compressed"));

  private FileType() {}

  /** Returns the media type of a file; empty if files of its kind are not served. */
  public static Optional<String> of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return Optional.ofNullable(TYPES.get(ending.toLowerCase(Locale.ROOT)));
  }

  /** Returns the media type of a picture; empty if a name is none of a picture. */
  public static Optional<String> ofPicture(String name) {
    return of(name).filter(type -> type.startsWith("image/"));
  }
}
