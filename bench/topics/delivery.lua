-- Prints what wrk counted as plain numbers: requests, bytes, microseconds, p50 and p99 in microseconds, errors.
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("COUNTED %d %d %d %d %d %d\n", summary.requests, summary.bytes, summary.duration,
    latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
