// A page that comes back from the browser's memory may show what a log-out has closed.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    location.reload();
  }
});
