package org.offprint.publication;

/**
 * A recurring part of the issues.
 *
 * @param key its name in addresses and ids
 * @param title its name for readers
 * @param isSponsored true if a sponsor pays for it
 */
public record Section(SectionKey key, String title, boolean isSponsored) {}
