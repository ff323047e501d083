/**
 * Offprint serves a newsletter, kept as a folder of Markdown issues, to feed readers: whole, section
 * by section, or link by link.
 *
 * <p>A change flows through the packages in this order:
 *
 * <ol>
 *   <li>{@code watch} says that the folder changed and has been quiet for a moment;
 *   <li>{@link org.offprint.issue.IssueReader issue} turns one file into an issue, or into problems;
 *   <li>{@link org.offprint.publication.Publication publication} is the newsletter at one moment;
 *   <li>{@link org.offprint.feed.FeedAssembler feed} decides what each feed says;
 *   <li>{@link org.offprint.format.FeedRenderer format} and {@link org.offprint.page.PageRenderer
 *       page} decide how it is written;
 *   <li>{@link org.offprint.site.Site site} maps a path to bytes, and {@link
 *       org.offprint.http.HttpServer http} delivers them;
 *   <li>{@link org.offprint.metrics.Metrics metrics} and {@link org.offprint.audience.Audience
 *       audience} count what it does, and for how many;
 *   <li>{@link org.offprint.settings.SettingsFile settings} are read once and given to all who need them;
 *   <li>{@link org.offprint.app.Application app} builds all of it, for {@link org.offprint.cli.Main cli}; {@link
 *       org.offprint.export.Export export} writes the same site as files.
 * </ol>
 */
@NullMarked
package org.offprint;

import org.jspecify.annotations.NullMarked;
