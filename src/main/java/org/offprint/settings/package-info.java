/**
 * The settings of the newsletter, read from {@code offprint.yaml}, and of the server; the entry types are {@link
 * org.offprint.settings.SettingsFile} and {@link org.offprint.settings.ServerSettings}.
 */
@NullMarked
package org.offprint.settings;

import org.jspecify.annotations.NullMarked;
