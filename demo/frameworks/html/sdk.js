window.module = {exports: {}};
