/* Where the actors of a network stand: those who deal with each other near, all others apart.
   Repulsion by Barnes and Hut (1986), "A hierarchical O(N log N) force-calculation algorithm", Nature 324, 446-449. */
(function () {
  "use strict";
  var NEAR = 0.81, COOL = 0.03, STILL = 0.004;

  function Springs(count, links, weights) {
    var x = this.x = new Float64Array(count), y = this.y = new Float64Array(count), i;
    this.vx = new Float64Array(count);
    this.vy = new Float64Array(count);
    this.count = count;
    this.links = links;
    this.heat = 1;
    this.fixed = -1;
    this.degree = new Float64Array(count);
    for (i = 0; i < links.length; i += 1) { this.degree[links[i][0]] += 1; this.degree[links[i][1]] += 1; }
    this.push = new Float64Array(count);
    for (i = 0; i < count; i += 1) { this.push[i] = 26 + 9 * Math.sqrt(weights[i]); }
    /* The busiest in the middle, the others around in the order of their events: the same each time. */
    for (i = 0; i < count; i += 1) {
      var r = 16 * Math.sqrt(0.5 + i), turn = i * Math.PI * (3 - Math.sqrt(5));
      x[i] = r * Math.cos(turn);
      y[i] = r * Math.sin(turn);
    }
    var most = 4 * count + 64;
    this.tree = { child: new Int32Array(4 * most), body: new Int32Array(most), next: new Int32Array(count),
      mass: new Float64Array(most), cx: new Float64Array(most), cy: new Float64Array(most), size: new Float64Array(most), used: 0, most: most };
  }

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

  /* One step; false when all stand still. */
  Springs.prototype.step = function () {
    if (this.heat < STILL) { return false; }
    var x = this.x, y = this.y, vx = this.vx, vy = this.vy, n = this.count, t = this.tree, heat = this.heat;
    var stack = [], i, k, dx, dy, d;
    for (i = 0; i < this.links.length; i += 1) {
      var a = this.links[i][0], b = this.links[i][1], da = this.degree[a], db = this.degree[b];
      dx = x[b] + vx[b] - x[a] - vx[a];
      dy = y[b] + vy[b] - y[a] - vy[a];
      d = Math.sqrt(dx * dx + dy * dy) || 0.01;
      var pull = (d - 46) / d * heat / Math.min(da, db), share = da / (da + db);
      vx[b] -= dx * pull * share;
      vy[b] -= dy * pull * share;
      vx[a] += dx * pull * (1 - share);
      vy[a] += dy * pull * (1 - share);
    }
    this.build();
    for (i = 0; i < n; i += 1) {
      stack.length = 0;
      stack.push(0);
      while (stack.length) {
        var at = stack.pop();
        dx = t.cx[at] - x[i];
        dy = t.cy[at] - y[i];
        d = dx * dx + dy * dy;
        if (t.body[at] >= 0 || t.size[at] * t.size[at] / NEAR < d) {
          var mass = t.mass[at];
          for (k = t.body[at]; k >= 0; k = t.next[k]) { if (k === i) { mass -= this.push[i]; } }
          if (mass <= 0) { continue; }
          if (d < 1) { dx = (i % 7) - 3.1; dy = (i % 5) - 2.1; d = dx * dx + dy * dy; }
          if (d < 90) { d = Math.sqrt(90 * d); }
          vx[i] -= dx * mass * heat / d;
          vy[i] -= dy * mass * heat / d;
        } else {
          for (k = 0; k < 4; k += 1) { if (t.child[4 * at + k] >= 0) { stack.push(t.child[4 * at + k]); } }
        }
      }
      vx[i] -= x[i] * 0.045 * heat;
      vy[i] -= y[i] * 0.06 * heat;
    }
    for (i = 0; i < n; i += 1) {
      if (i === this.fixed) { vx[i] = vy[i] = 0; continue; }
      vx[i] *= 0.6;
      vy[i] *= 0.6;
      x[i] += vx[i];
      y[i] += vy[i];
    }
    this.heat *= 1 - COOL;
    return true;
  };

  window.HearsaySprings = Springs;
})();
