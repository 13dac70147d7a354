/* global document, location, setTimeout */
// The sandbox decides instead of a person, for demos and tests of what comes after.
const {continueAfter, continueTo} = document.body.dataset;
setTimeout(() => location.assign(continueTo), Number(continueAfter));
