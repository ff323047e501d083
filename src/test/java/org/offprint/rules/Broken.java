package org.offprint.rules;

import java.util.List;

/**
 * A feed document with one mistake.
 *
 * @param rule the rule that it breaks
 * @param specimen the document
 * @param stricter other rules that ask for more, so that nothing can break the rule without them
 */
record Broken(Rule rule, Specimen specimen, List<Rule> stricter) {}
