"""The picture of every way that the simulated WeCom opens; what it leads to is not there."""

import base64

SAYS = "https://work.weixin.qq.com/gm/simulated"

PICTURE = base64.b64decode(
    """
iVBORw0KGgoAAAANSUhEUgAAAJQAAACUAQAAAABdRz15AAABAklEQVR42u2WMQ7DMAwDiX6A//8lf6CScrcuLcwxRpAYHg6y
SEnBfC3hOfvnDAA1lMBsRy98r1/PzKMfcTBktvc8mBMgP9sCb+Pzt8Xz67zZyZ+DkzSV/EXUz6rou74x1jk8+9v7Sr6v3Wdk
gzdOXIxtHlTxn+vDJMg8FOIzRiuKrMg9by2DU8BOZSG+lAdX5IoeSN4cl0VRw38ptKjh7K3U9/WRcrOfLXKBZ1VXk3i6479D
TP6moq+2u6SfssAzJA0mRZL2V+kvETYNhuj0P9O4A6mgb5pyrBIf9uZRQgMqeqwa252PHyvzbfKPMK35liLBXnw6881NP/Xb
4D3/hBdnbzTli7fxRX3RAAAAAElFTkSuQmCC
"""
)
"""A QR code that says :data:`SAYS`, as a PNG."""
