// React checks everything twice unless it is told that it is published; what we publish is told so by the build.
process.env['NODE_ENV'] = 'production';
