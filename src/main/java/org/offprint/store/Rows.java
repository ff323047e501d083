package org.offprint.store;

import static org.offprint.store.Session.instant;
import static org.offprint.store.Session.optionalInstant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.offprint.push.Progress;
import org.offprint.push.Receiver;
import org.offprint.push.Request;

/** Requests and receivers as rows. Addresses are kept byte for byte, and found by their hash. */
final class Rows {
  private Rows() {}

  static Request request(ResultSet row) throws SQLException {
    return new Request(
        row.getLong("id"),
        Request.Mode.valueOf(row.getString("mode")),
        row.getString("topic"),
        row.getString("callback"),
        Optional.ofNullable(row.getBytes("secret")),
        Duration.ofSeconds(row.getLong("lease_seconds")),
        row.getLong("sequence"),
        row.getInt("attempts"),
        instant(row, "not_before"));
  }

  static Receiver receiver(ResultSet row) throws SQLException {
    return new Receiver(
        row.getLong("id"),
        Receiver.Kind.valueOf(row.getString("kind")),
        row.getString("topic"),
        row.getString("address"),
        Optional.ofNullable(row.getBytes("secret")),
        instant(row, "expires"),
        row.getLong("wanted"),
        new Progress(
            row.getLong("version"),
            row.getInt("failures"),
            instant(row, "next"),
            optionalInstant(row, "first_failure"),
            row.getInt("last_status"),
            optionalInstant(row, "last_attempt")));
  }

  /** Adds a receiver to which nothing was sent yet. If there is one, only its secret and the end of its lease change. */
  static void add(Session session, Receiver receiver) throws SQLException {
    session.update(
        "insert into push_receiver (kind, topic, address, address_hash, host, secret, expires, wanted, version, due_since, failures,"
            + " next, last_status) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)"
            + " on conflict (topic, address_hash, kind) do update set secret = excluded.secret, expires = excluded.expires",
        receiver.kind(),
        receiver.topic(),
        receiver.address(),
        hash(receiver.address()),
        Receiver.host(receiver.address()),
        receiver.secret(),
        receiver.expires(),
        receiver.wanted(),
        receiver.progress().version());
  }

  static byte[] hash(String address) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
