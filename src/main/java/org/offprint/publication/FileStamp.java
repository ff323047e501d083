package org.offprint.publication;

import java.nio.file.attribute.FileTime;

/**
 * File attributes that tell one state of a file from another without reading it.
 *
 * @param size in bytes
 * @param modified as exact as the file system says
 * @param changed the ctime, where the file system has one, else as {@code modified}: it moves with the mode too, and nobody can
 *     set it back
 * @param identity the inode, where the file system has one: it changes when a file is replaced or a
 *     symbolic link is switched
 */
public record FileStamp(long size, FileTime modified, FileTime changed, String identity) {}
