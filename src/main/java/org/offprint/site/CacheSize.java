package org.offprint.site;

/**
 * The size of the render cache.
 *
 * @param bytes approximate memory, in bytes
 * @param entries number of representations
 * @param mostBytes bound of the bytes
 */
public record CacheSize(long bytes, int entries, long mostBytes) {
  CacheSize with(Representation representation) {
    return new CacheSize(bytes + representation.footprint(), entries + 1, mostBytes);
  }
}
