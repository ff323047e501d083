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
 * The type and stamp of a path, from one call to the file system.
 *
 * @param stamp meaningful only for a file
 */
record FoundFile(boolean isDirectory, boolean isRegularFile, FileStamp stamp) {
  private static final String UNIX = "unix";
  private static final String BASIC = ":isDirectory,isRegularFile,size,lastModifiedTime,fileKey";
  private static final String CTIME = "ctime";

  static FoundFile at(Path path, LinkOption... options) throws IOException {
    boolean isUnix = path.getFileSystem().supportedFileAttributeViews().contains(UNIX);
    Map<String, Object> attributes =
        Files.readAttributes(path, isUnix ? UNIX + BASIC + "," + CTIME : "basic" + BASIC, options);
    FileTime modified = (FileTime) requireNonNull(attributes.get("lastModifiedTime"));
    return new FoundFile(
        (Boolean) requireNonNull(attributes.get("isDirectory")),
        (Boolean) requireNonNull(attributes.get("isRegularFile")),
        new FileStamp(
            (Long) requireNonNull(attributes.get("size")),
            modified,
            (FileTime) attributes.getOrDefault(CTIME, modified),
            Objects.toString(attributes.get("fileKey"), "")));
  }
}
