const { src, dest } = require('gulp');

/** Copies what the compiler leaves behind into dist: icons, codex files and output previews. */
function build() {
	return src(['icons/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

exports.build = build;
exports.default = build;
