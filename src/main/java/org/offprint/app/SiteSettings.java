package org.offprint.app;

/**
 * What the server settles about every site that the newsroom makes.
 *
 * @param baseUrls the addresses that its links may begin with
 * @param mostBytes how many bytes of what was rendered are remembered
 */
record SiteSettings(BaseUrls baseUrls, long mostBytes) {}
