package org.offprint.app;

import org.offprint.settings.BaseUrls;
import org.offprint.site.Surroundings;

/**
 * What the server settles about every site that the newsroom makes.
 *
 * @param baseUrls the addresses that its links may begin with
 * @param mostBytes how many bytes of what was rendered are remembered
 * @param surroundings what its sites tell, and are told
 */
record SiteSettings(BaseUrls baseUrls, long mostBytes, Surroundings surroundings) {}
