/* Where the actors of a network stand: those who deal with each other near, all others apart.
   Repulsion by Barnes and Hut (1986), "A hierarchical O(N log N) force-calculation algorithm", Nature 324, 446-449.
   Of many actors the busiest are laid out first and the others put beside them, so that the first picture tells
   something already; everything is the same each time. */
(function () {
  "use strict";
  var NEAR = 1.2, COOL = 0.034, STILL = 0.004, HUBS = 260, HUB_STEPS = 46, GOLDEN = Math.PI * (3 - Math.sqrt(5));

  /* count actors, the busiest first; ends holds two of them for each link; weights say how far they push others off. */
  function Springs(count, ends, weights) {
    var i, m = ends.length >> 1;
    this.count = count;
    this.ends = ends;
    this.heat = 1;
    this.fixed = -1;
    this.x = new Float64Array(count);
    this.y = new Float64Array(count);
    this.vx = new Float64Array(count);
    this.vy = new Float64Array(count);
    this.push = new Float64Array(count);
    this.hold = new Float64Array(count);
    for (i = 0; i < count; i += 1) { this.push[i] = 26 + 9 * Math.sqrt(weights[i]); }
    var degree = new Float64Array(count);
    for (i = 0; i < 2 * m; i += 1) { degree[ends[i]] += 1; }
    this.pull = new Float64Array(m);
    this.share = new Float64Array(m);
    for (i = 0; i < m; i += 1) {
      var a = degree[ends[2 * i]], b = degree[ends[2 * i + 1]];
      this.pull[i] = 1 / Math.min(a, b);
      this.share[i] = a / (a + b);
    }
    this.apart();
    var most = 4 * count + 64;
    this.tree = { child: new Int32Array(4 * most), body: new Int32Array(most), next: new Int32Array(count),
      mass: new Float64Array(most), cx: new Float64Array(most), cy: new Float64Array(most), size: new Float64Array(most), used: 0, most: most };
    this.stack = new Int32Array(256);
    if (count > 2 * HUBS) { this.beside(weights); } else { this.around(0); }
  }

  /* Whoever hangs together with few others is held more firmly, so as not to float off and make the picture small. */
  Springs.prototype.apart = function () {
    var n = this.count, root = new Int32Array(n), size = new Int32Array(n), i;
    function top(at) { while (root[at] !== at) { root[at] = root[root[at]]; at = root[at]; } return at; }
    for (i = 0; i < n; i += 1) { root[i] = i; }
    for (i = 0; i < this.ends.length; i += 2) { root[top(this.ends[i])] = top(this.ends[i + 1]); }
    for (i = 0; i < n; i += 1) { size[top(i)] += 1; }
    for (i = 0; i < n; i += 1) { this.hold[i] = size[top(i)] * 4 < n ? 4 : 1; }
  };

  /* The busiest in the middle, the others around in the order of their events. */
  Springs.prototype.around = function (from) {
    for (var i = from; i < this.count; i += 1) {
      var r = 16 * Math.sqrt(0.5 + i), turn = i * GOLDEN;
      this.x[i] = r * Math.cos(turn);
      this.y[i] = r * Math.sin(turn);
    }
  };

  /* The busiest by themselves first, then each of the others near those of its partners who stand already. */
  Springs.prototype.beside = function (weights) {
    var ends = this.ends, n = this.count, x = this.x, y = this.y, among = [], i;
    for (i = 0; i < ends.length; i += 2) { if (ends[i] < HUBS && ends[i + 1] < HUBS) { among.push(ends[i], ends[i + 1]); } }
    var inner = new Springs(HUBS, Int32Array.from(among), weights.slice(0, HUBS)), wide = 0.8 * Math.sqrt(n / HUBS);
    for (i = 0; i < HUB_STEPS; i += 1) { inner.step(); }
    this.around(HUBS);
    for (i = 0; i < HUBS; i += 1) { x[i] = inner.x[i] * wide; y[i] = inner.y[i] * wide; }
    var sx = new Float64Array(n), sy = new Float64Array(n), known = new Float64Array(n);
    for (i = 0; i < ends.length; i += 2) {
      var low = Math.min(ends[i], ends[i + 1]), high = Math.max(ends[i], ends[i + 1]);
      if (high >= HUBS && low < HUBS) { sx[high] += x[low]; sy[high] += y[low]; known[high] += 1; }
    }
    for (i = HUBS; i < n; i += 1) {
      if (!known[i]) { continue; }
      var r = 24 + 6 * (i % 13), turn = i * GOLDEN;
      x[i] = sx[i] / known[i] + r * Math.cos(turn);
      y[i] = sy[i] / known[i] + r * Math.sin(turn);
    }
    this.heat = 0.5;
  };

  Springs.prototype.grow = function () {
    var t = this.tree, most = t.most * 2, wide = new Int32Array(4 * most);
    wide.set(t.child);
    t.child = wide;
    ["body", "mass", "cx", "cy", "size"].forEach(function (name) {
      var longer = new t[name].constructor(most);
      longer.set(t[name]);
      t[name] = longer;
    });
    t.most = most;
  };

  Springs.prototype.cell = function (size) {
    var t = this.tree;
    if (t.used >= t.most) { this.grow(); }
    var at = t.used, c = 4 * at;
    t.used += 1;
    t.child[c] = t.child[c + 1] = t.child[c + 2] = t.child[c + 3] = -1;
    t.body[at] = -1;
    t.size[at] = size;
    return at;
  };

  /* A tree of squares; bodies at one point stand in one list. */
  Springs.prototype.build = function () {
    var t = this.tree, x = this.x, y = this.y, n = this.count, i;
    var left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
    for (i = 0; i < n; i += 1) {
      if (x[i] < left) { left = x[i]; } if (x[i] > right) { right = x[i]; }
      if (y[i] < top) { top = y[i]; } if (y[i] > bottom) { bottom = y[i]; }
    }
    var size = Math.max(right - left, bottom - top, 1);
    t.used = 0;
    this.cell(size);
    for (i = 0; i < n; i += 1) {
      t.next[i] = -1;
      var at = 0, l = left, u = top, s = size, deep = 0;
      for (;;) {
        var q = (x[i] > l + s / 2 ? 1 : 0) + (y[i] > u + s / 2 ? 2 : 0);
        var child = t.child[4 * at + q];
        if (q & 1) { l += s / 2; }
        if (q & 2) { u += s / 2; }
        s /= 2;
        deep += 1;
        if (child === -1) {
          child = this.cell(s);
          t.child[4 * at + q] = child;
          t.body[child] = i;
          break;
        }
        var other = t.body[child];
        if (other >= 0) {
          if (deep > 40 || (x[other] === x[i] && y[other] === y[i])) { t.next[i] = other; t.body[child] = i; break; }
          t.body[child] = -1;
          var half = (x[other] > l + s / 2 ? 1 : 0) + (y[other] > u + s / 2 ? 2 : 0), leaf = this.cell(s / 2);
          t.child[4 * child + half] = leaf;
          t.body[leaf] = other;
        }
        at = child;
      }
    }
    for (i = t.used - 1; i >= 0; i -= 1) {
      var mass = 0, cx = 0, cy = 0, k, b;
      for (b = t.body[i]; b >= 0; b = t.next[b]) { mass += this.push[b]; cx += this.push[b] * x[b]; cy += this.push[b] * y[b]; }
      for (k = 0; k < 4; k += 1) {
        var c = t.child[4 * i + k];
        if (c >= 0) { mass += t.mass[c]; cx += t.mass[c] * t.cx[c]; cy += t.mass[c] * t.cy[c]; }
      }
      t.mass[i] = mass;
      t.cx[i] = mass ? cx / mass : 0;
      t.cy[i] = mass ? cy / mass : 0;
    }
  };

  Springs.prototype.draw_together = function () {
    var x = this.x, y = this.y, vx = this.vx, vy = this.vy, ends = this.ends, heat = this.heat;
    for (var i = 0; i < ends.length; i += 2) {
      var a = ends[i], b = ends[i + 1], dx = x[b] + vx[b] - x[a] - vx[a], dy = y[b] + vy[b] - y[a] - vy[a];
      var d = Math.sqrt(dx * dx + dy * dy) || 0.01, pull = (d - 46) / d * heat * this.pull[i >> 1], share = this.share[i >> 1];
      vx[b] -= dx * pull * share;
      vy[b] -= dy * pull * share;
      vx[a] += dx * pull * (1 - share);
      vy[a] += dy * pull * (1 - share);
    }
  };

  Springs.prototype.drive_apart = function () {
    this.build();
    var x = this.x, y = this.y, t = this.tree, child = t.child, body = t.body, stack = this.stack, heat = this.heat, n = this.count;
    for (var i = 0; i < n; i += 1) {
      var px = x[i], py = y[i], fx = 0, fy = 0, high = 1;
      stack[0] = 0;
      while (high) {
        high -= 1;
        var at = stack[high], dx = t.cx[at] - px, dy = t.cy[at] - py, d = dx * dx + dy * dy, first = body[at];
        if (first >= 0 || t.size[at] * t.size[at] < NEAR * d) {
          var mass = t.mass[at];
          for (var k = first; k >= 0; k = t.next[k]) { if (k === i) { mass -= this.push[i]; } }
          if (mass <= 0) { continue; }
          if (d < 1) { dx = (i % 7) - 3.1; dy = (i % 5) - 2.1; d = dx * dx + dy * dy; }
          if (d < 90) { d = Math.sqrt(90 * d); }
          fx -= dx * mass / d;
          fy -= dy * mass / d;
        } else {
          for (var c = 4 * at, end = c + 4; c < end; c += 1) { if (child[c] >= 0) { stack[high] = child[c]; high += 1; } }
        }
      }
      this.vx[i] += (fx - px * 0.045 * this.hold[i]) * heat;
      this.vy[i] += (fy - py * 0.06 * this.hold[i]) * heat;
    }
  };

  /* One step; false when all stand still. */
  Springs.prototype.step = function () {
    if (this.heat < STILL) { return false; }
    this.draw_together();
    this.drive_apart();
    for (var i = 0; i < this.count; i += 1) {
      if (i === this.fixed) { this.vx[i] = this.vy[i] = 0; continue; }
      this.vx[i] *= 0.6;
      this.vy[i] *= 0.6;
      this.x[i] += this.vx[i];
      this.y[i] += this.vy[i];
    }
    this.heat *= 1 - COOL;
    return true;
  };

  window.HearsaySprings = Springs;
})();
