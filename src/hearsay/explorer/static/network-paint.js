/* How a network looks on its canvas: lines, dots, arrows, names. `net` is what network.js keeps of one network. */
(function () {
  "use strict";
  var HUBS = 16, NAMES = 70, FONT = "px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

  function Paint(net) {
    this.net = net;
    this.ink = net.canvas.getContext("2d");
    this.groups = grouped(net.links, net.widest);
    this.colour();
  }

  /* Lines of one look are drawn together; they never change, so this is found once. */
  function grouped(links, widest) {
    var groups = {};
    links.forEach(function (link, i) {
      var tone = link[3] >= link[4] ? "blue" : "orange", bucket = Math.min(4, 1 + Math.floor(4 * Math.sqrt(link[2] / widest)));
      var key = bucket + tone;
      (groups[key] = groups[key] || { tone: tone, bucket: bucket, links: [] }).links.push(i);
    });
    return Object.keys(groups).sort().map(function (key) { return groups[key]; });
  }

  Paint.prototype.colour = function () {
    var style = getComputedStyle(document.documentElement), colours = this.colours = {};
    ["ink", "soft", "line", "paper", "blue", "orange"].forEach(function (name) { colours[name] = style.getPropertyValue("--" + name).trim(); });
  };
  Paint.prototype.scale = function () { return Math.min(1.1, Math.max(0.36, Math.pow(this.net.view.k, 0.8))); };
  Paint.prototype.radius = function (node) { return node.r * this.scale(); };

  /* moving: the names of the busiest alone, as the rest would only flicker. */
  Paint.prototype.draw = function (moving) {
    var net = this.net, ink = this.ink, dense = window.devicePixelRatio || 1, focus = net.hover >= 0 ? net.hover : net.chosen;
    var lit = focus >= 0 ? around(net, focus) : null, few = lit && net.nodes[focus].links.length < 150;
    ink.setTransform(dense, 0, 0, dense, 0, 0);
    ink.clearRect(0, 0, net.width, net.height);
    this.lines(lit, focus, few);
    if (net.links.length <= 500 || few) { this.arrows(lit, focus); }
    this.dots(lit);
    this.names(lit, focus, moving);
    ink.globalAlpha = 1;
  };

  function around(net, i) {
    var found = {};
    found[i] = true;
    net.nodes[i].links.forEach(function (l) { found[net.links[l][0]] = found[net.links[l][1]] = true; });
    return found;
  }

  Paint.prototype.lines = function (lit, focus, few) {
    var net = this.net, ink = this.ink, links = net.links, many = links.length > 500, dense = window.devicePixelRatio || 1;
    var thin = links.length > 2500 ? 0.55 : 1, parts = [], self = this;
    this.groups.forEach(function (group) {
      [false, true].forEach(function (on) {
        var mine = !lit ? (on ? group.links : []) : group.links.filter(function (l) { return (links[l][0] === focus || links[l][1] === focus) === on; });
        var bent = !many || (on && few);
        /* A line of one dot is drawn fifty times as fast as a wider one, and a path of few lines faster than of many. */
        var size = bent || group.bucket > 2 ? 8 : 100, look = {
          bent: bent, colour: self.colours[group.tone], dash: group.tone === "orange" && bent ? [6, 3] : [],
          width: bent ? 0.5 + group.bucket * 0.8 : group.bucket < 3 ? 1 / dense : group.bucket - 1.4,
          alpha: !on ? 0.05 : lit ? 0.85 : many ? thin * (0.13 + 0.12 * group.bucket) : 0.35 + 0.12 * group.bucket
        };
        for (var from = 0; from < mine.length; from += size) {
          /* Taken in turn, so that neither tone lies over the other. */
          parts.push({ order: (on && lit ? 2 : 0) + group.bucket / 10 + from / mine.length / 10, look: look, links: mine.slice(from, from + size) });
        }
      });
    });
    parts.sort(function (a, b) { return a.order - b.order; });
    parts.forEach(function (part) { self.path(part.look, part.links); });
    ink.setLineDash([]);
  };

  Paint.prototype.path = function (look, some) {
    var net = this.net, ink = this.ink, x = net.springs.x, y = net.springs.y, view = net.view, k = view.k;
    ink.setLineDash(look.dash);
    ink.strokeStyle = look.colour;
    ink.lineWidth = look.width;
    ink.globalAlpha = look.alpha;
    ink.beginPath();
    for (var i = 0; i < some.length; i += 1) {
      var link = net.links[some[i]], ax = x[link[0]] * k + view.x, ay = y[link[0]] * k + view.y, bx = x[link[1]] * k + view.x, by = y[link[1]] * k + view.y;
      if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > net.width || Math.max(ay, by) < 0 || Math.min(ay, by) > net.height) { continue; }
      ink.moveTo(ax, ay);
      if (look.bent) { ink.quadraticCurveTo((ax + bx) / 2 + (by - ay) * 0.13, (ay + by) / 2 - (bx - ax) * 0.13, bx, by); } else { ink.lineTo(bx, by); }
    }
    ink.stroke();
  };

  Paint.prototype.dots = function (lit) {
    var net = this.net, ink = this.ink, x = net.springs.x, y = net.springs.y, view = net.view, scale = this.scale(), colours = this.colours;
    for (var i = net.nodes.length - 1; i >= 0; i -= 1) {
      var r = net.nodes[i].r * scale, px = x[i] * view.k + view.x, py = y[i] * view.k + view.y;
      if (px < -20 || py < -20 || px > net.width + 20 || py > net.height + 20) { continue; }
      ink.globalAlpha = lit && !lit[i] ? 0.18 : 1;
      if (r > 3) {
        ink.beginPath();
        ink.arc(px, py, r + 1.2, 0, 7);
        ink.fillStyle = colours.paper;
        ink.fill();
      }
      ink.fillStyle = colours.ink;
      if (r < 1.3) { ink.fillRect(px - r, py - r, 2 * r, 2 * r); continue; }
      ink.beginPath();
      ink.arc(px, py, r, 0, 7);
      ink.fill();
    }
  };

  Paint.prototype.arrows = function (lit, focus) {
    var net = this.net, ink = this.ink, self = this, x = net.springs.x, y = net.springs.y, view = net.view, k = view.k;
    ink.globalAlpha = 0.9;
    net.links.forEach(function (link) {
      if (lit && link[0] !== focus && link[1] !== focus) { return; }
      var ax = x[link[0]] * k + view.x, ay = y[link[0]] * k + view.y, bx = x[link[1]] * k + view.x, by = y[link[1]] * k + view.y;
      var mx = (ax + bx) / 2 + (by - ay) * 0.13, my = (ay + by) / 2 - (bx - ax) * 0.13;
      var turn = Math.atan2(by - my, bx - mx), off = self.radius(net.nodes[link[1]]) + 2, tall = self.scale() * (5 + 1.5 * Math.sqrt(link[2] / net.widest));
      var tx = bx - Math.cos(turn) * off, ty = by - Math.sin(turn) * off;
      ink.beginPath();
      ink.moveTo(tx, ty);
      ink.lineTo(tx - tall * Math.cos(turn - 0.42), ty - tall * Math.sin(turn - 0.42));
      ink.lineTo(tx - tall * Math.cos(turn + 0.42), ty - tall * Math.sin(turn + 0.42));
      ink.closePath();
      ink.fillStyle = self.colours[link[3] >= link[4] ? "blue" : "orange"];
      ink.fill();
    });
  };

  /* To which side the lines of an actor with few of them go: above 0 to the right. */
  function leans(net, i) {
    var links = net.nodes[i].links, x = net.springs.x;
    return links.length > 4 ? 0 : links.reduce(function (sum, l) { return sum + x[net.links[l][0]] + x[net.links[l][1]] - 2 * x[i]; }, 0);
  }

  /* The busiest are named wherever they stand, as far as their names do not cover one another; the others where there is
     room. What was named is kept, for people who cannot see it and for tests. */
  Paint.prototype.names = function (lit, focus, moving) {
    var net = this.net, ink = this.ink, x = net.springs.x, y = net.springs.y, view = net.view, nodes = net.nodes, self = this;
    var dots = [], taken = [], named = [], missed = 0, tall = 16, hubs = Math.min(HUBS, Math.round(net.width * net.height / 30000)), i;
    function spot(i) { return { x: x[i] * view.k + view.x, y: y[i] * view.k + view.y, r: self.radius(nodes[i]) }; }
    function clash(box, boxes) { return boxes.some(function (t) { return box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]; }); }
    for (i = 0; i < Math.min(nodes.length, 400); i += 1) {
      var p = spot(i);
      if (!lit || lit[i]) { dots.push([p.x - p.r, p.y - p.r, p.x + p.r, p.y + p.r]); }
    }
    ink.textBaseline = "middle";
    ink.textAlign = "left";
    for (i = 0; i < nodes.length && named.length < NAMES && missed < 150; i += 1) {
      var hub = i < hubs && nodes.length > HUBS;
      if (moving && !hub) { break; }
      if (lit && !lit[i]) { continue; }
      var at = spot(i), r = at.r + 4, name = nodes[i].label;
      if (at.x < 0 || at.y < 0 || at.x > net.width || at.y > net.height) { continue; }
      ink.font = (hub ? "600 13" : "12") + FONT;
      var wide = nodes[i].wide = nodes[i].wide || ink.measureText(name).width;
      /* Beside its actor, where its lines do not go if they go to one side, else on the other, below or above. */
      var right = [at.x + r, at.y - 8], left = [at.x - r - wide, at.y - 8], sides = leans(net, i) > 0 ? [left, right] : [right, left];
      var tries = sides.concat([[at.x - wide / 2, at.y + r - 1], [at.x - wide / 2, at.y - r - 14]]).map(function (corner) {
        return [corner[0], corner[1], corner[0] + wide, corner[1] + tall];
      }).filter(function (one) { return one[0] > 2 && one[2] < net.width - 2 && !clash(one, taken); });
      var box = tries.filter(function (one) { return !clash(one, dots); })[0] || (hub || i === focus ? tries[0] : null);
      if (!box) { missed += 1; continue; }
      taken.push(box);
      named.push({ name: name, box: box, font: ink.font });
    }
    named.forEach(function (one) {
      ink.font = one.font;
      ink.globalAlpha = 0.8;
      ink.fillStyle = self.colours.paper;
      ink.fillRect(one.box[0] - 2, one.box[1], one.box[2] - one.box[0] + 4, tall);
      ink.globalAlpha = 1;
      ink.fillStyle = self.colours.ink;
      ink.fillText(one.name, one.box[0], one.box[1] + tall / 2);
    });
    net.figure.dataset.named = named.length;
  };

  window.HearsayPaint = Paint;
})();
