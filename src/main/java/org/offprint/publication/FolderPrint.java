package org.offprint.publication;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.offprint.issue.Checksums;

/**
 * What the files of a folder say, the settings among them, in 64 bits: folders with equal ones are read alike by the same program. It holds against edits, not
 * against forgery.
 *
 * @param checksums of the names and bytes of all files that count
 */
public record FolderPrint(long checksums) {
  /**
   * Reads all files that count.
   *
   * @return empty if some of them cannot be read or listed
   */
  public static Optional<FolderPrint> of(Path root, FolderListing listing, PublicationRules rules) {
    if (!listing.isComplete() || !listing.problems().isEmpty()) {
      return Optional.empty();
    }
    List<String> files = listing.files().keySet().stream()
        .filter(
            file -> file.equals(FolderListing.SETTINGS_FILE) || !rules.ignored().ignores(file))
        .toList();
    try {
      // As much as is read of an issue: what is longer is none.
      int mostBytes = rules.reading().mostBytes() + 1;
      List<Long> prints = files.parallelStream()
          .map(file -> print(root.resolve(file), mostBytes))
          .toList();
      return Optional.of(new FolderPrint(together(files, prints)));
    } catch (UncheckedIOException e) {
      // Whoever reads the file for what it says will tell.
      return Optional.empty();
    }
  }

  private static long print(Path file, int mostBytes) {
    try (InputStream stream = Files.newInputStream(file)) {
      return Checksums.of(stream.readNBytes(mostBytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long together(List<String> files, List<Long> prints) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (int i = 0; i < files.size(); i++) {
        out.writeUTF(files.get(i));
        out.writeLong(prints.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return Checksums.of(bytes.toByteArray());
  }
}
