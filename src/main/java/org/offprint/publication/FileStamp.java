package org.offprint.publication;

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
 */
record FileStamp(long size, FileTime modified, String identity) {
  static FileStamp of(BasicFileAttributes attributes) {
    return new FileStamp(
        attributes.size(),
        attributes.lastModifiedTime(),
        Objects.toString(attributes.fileKey(), ""));
  }
}
