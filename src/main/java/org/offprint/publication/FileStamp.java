package org.offprint.publication;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;

/**
 * File attributes that tell one state of a path from another without reading it.
 *
 * @param size in bytes
 * @param modified as exact as the file system says
 * @param changed the ctime, where the file system has one, else as {@code modified}: it moves with the mode too, and nobody can
 *     set it back
 * @param identity the inode, where the file system has one: it changes when a file is replaced or a
 *     symbolic link is switched
 */
public record FileStamp(
    boolean isDirectory,
    boolean isRegularFile,
    long size,
    FileTime modified,
    FileTime changed,
    String identity) {
  private static final String UNIX = "unix";
  private static final String BASIC = ":isDirectory,isRegularFile,size,lastModifiedTime,fileKey";
  private static final String CTIME = "ctime";

  /** Reads the attributes of a path by one call to the file system. */
  static FileStamp of(Path path, LinkOption... options) throws IOException {
    boolean isUnix = path.getFileSystem().supportedFileAttributeViews().contains(UNIX);
    Map<String, Object> attributes =
        Files.readAttributes(path, isUnix ? UNIX + BASIC + "," + CTIME : "basic" + BASIC, options);
    FileTime modified = (FileTime) requireNonNull(attributes.get("lastModifiedTime"));
    return new FileStamp(
        (Boolean) requireNonNull(attributes.get("isDirectory")),
        (Boolean) requireNonNull(attributes.get("isRegularFile")),
        (Long) requireNonNull(attributes.get("size")),
        modified,
        (FileTime) attributes.getOrDefault(CTIME, modified),
        Objects.toString(attributes.get("fileKey"), ""));
  }
}
