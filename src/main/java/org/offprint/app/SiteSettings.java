package org.offprint.app;

import org.offprint.settings.BaseUrls;
import org.offprint.site.Surroundings;

/**
 * The settings of the server for every site.
 *
 * @param baseUrls the possible beginnings of links
 * @param mostBytes the size of the render cache
 * @param surroundings the hooks of sites
 */
record SiteSettings(BaseUrls baseUrls, long mostBytes, Surroundings surroundings) {}
