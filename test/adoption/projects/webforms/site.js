document.addEventListener('mhb-passbook-open', function (event) {
  document.getElementById('visits').textContent = event.passbook.sections.r1.length + ' visits';
});
