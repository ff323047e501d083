package org.offprint.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * What tells one state of a file from another without reading it.
 *
 * @param size in bytes
 * @param modified as exact as the file system says
 * @param identity the inode, where the file system has one: it changes when a file is replaced or a
 *     symbolic link is switched
 * @param changed the ctime, where the file system has one, else as {@code modified}: it moves with the mode too, and nobody can
 *     set it back
 */
record FileStamp(long size, FileTime modified, String identity, FileTime changed) {
  private static final String UNIX = "unix";

  /**
   * The stamp of a file.
   *
   * @param attributes those that have been read of it already
   * @param options as they were read
   * @throws IOException if it is gone meanwhile, or cannot be looked at
   */
  static FileStamp of(Path file, BasicFileAttributes attributes, LinkOption... options)
      throws IOException {
    return new FileStamp(
        attributes.size(),
        attributes.lastModifiedTime(),
        Objects.toString(attributes.fileKey(), ""),
        file.getFileSystem().supportedFileAttributeViews().contains(UNIX)
            ? (FileTime) Files.getAttribute(file, UNIX + ":ctime", options)
            : attributes.lastModifiedTime());
  }
}
