/** The database behind the ports of {@link org.offprint.push}: SQLite in a folder, or PostgreSQL for several machines. */
@NullMarked
package org.offprint.store;

import org.jspecify.annotations.NullMarked;
