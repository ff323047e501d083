/**
 * Delivers representations over HTTP: routes, conditional requests, error answers; the entry type is
 * {@link org.offprint.http.HttpServer}.
 */
@NullMarked
package org.offprint.http;

import org.jspecify.annotations.NullMarked;
