// The built-in gazetteer: towns, villages and suburbs of the county, for finding a place and for the map's labels.
import type { Point } from './distance.ts';
import type { DistrictCode } from './district.ts';

/** 1 is a city or large town, 2 a town, 3 a village or suburb: which name goes first where there is no room for all. */
export type PlaceRank = 1 | 2 | 3;

export interface Place extends Point {
  readonly name: string;
  readonly district: DistrictCode;
  readonly rank: PlaceRank;
}

/** A place next door, which the service does not cover. */
export interface NeighbourPlace extends Point {
  readonly name: string;
  readonly district: null;
  readonly rank: PlaceRank;
}

type Row = readonly [name: string, lat: number, lon: number, rank?: PlaceRank];

const placesOf = (district: DistrictCode, ...rows: readonly Row[]): readonly Place[] =>
  rows.map(([name, lat, lon, rank = 3]) => ({ name, district, lat, lon, rank }));

/**
 * Approximate centres (within about 1 km), for finding and for labels: never an address, never a boundary.
 * An imported gazetteer or postcode file joins or replaces them.
 */
export const PLACES: readonly Place[] = [
  // Burnley
  ...placesOf('E07000117',
    ['Burnley', 53.789, -2.245, 1], ['Padiham', 53.802, -2.315, 2], ['Hapton', 53.78, -2.318], ['Worsthorne', 53.787, -2.189],
    ['Cliviger', 53.758, -2.203], ['Briercliffe', 53.821, -2.197], ['Rose Grove', 53.788, -2.283], ['Stoneyholme', 53.798, -2.252],
    ['Brunshaw', 53.787, -2.22], ['Lowerhouse', 53.794, -2.293], ['Queensgate', 53.808, -2.231], ['Dunnockshaw', 53.744, -2.284]),
  // Chorley
  ...placesOf('E07000118',
    ['Chorley', 53.653, -2.632, 1], ['Adlington', 53.613, -2.606, 2], ['Coppull', 53.624, -2.66, 2], ['Euxton', 53.664, -2.674, 2],
    ['Clayton-le-Woods', 53.703, -2.645], ['Whittle-le-Woods', 53.688, -2.638], ['Buckshaw Village', 53.674, -2.66],
    ['Eccleston', 53.647, -2.727], ['Croston', 53.662, -2.775], ['Mawdesley', 53.63, -2.766], ['Brinscall', 53.688, -2.574],
    ['Abbey Village', 53.701, -2.548], ['Rivington', 53.625, -2.566], ['Hoghton', 53.735, -2.575], ['Charnock Richard', 53.633, -2.685],
    ['Wheelton', 53.69, -2.605]),
  // Fylde
  ...placesOf('E07000119',
    ['St Annes', 53.751, -3.028, 1], ['Lytham', 53.738, -2.963, 2], ['Kirkham', 53.782, -2.872, 2], ['Wesham', 53.791, -2.885],
    ['Freckleton', 53.754, -2.868], ['Warton', 53.749, -2.895], ['Ansdell', 53.743, -2.992], ['Wrea Green', 53.776, -2.915],
    ['Elswick', 53.838, -2.88], ['Staining', 53.818, -2.985], ['Weeton', 53.804, -2.935], ['Singleton', 53.837, -2.936],
    ['Newton-with-Scales', 53.767, -2.834], ['Clifton', 53.763, -2.812]),
  // Hyndburn
  ...placesOf('E07000120',
    ['Accrington', 53.753, -2.364, 1], ['Great Harwood', 53.786, -2.408, 2], ['Rishton', 53.768, -2.418, 2],
    ['Oswaldtwistle', 53.743, -2.393, 2], ['Clayton-le-Moors', 53.775, -2.385], ['Church', 53.756, -2.387],
    ['Huncoat', 53.771, -2.346], ['Baxenden', 53.736, -2.344], ['Altham', 53.791, -2.349], ['Knuzden', 53.744, -2.435]),
  // Lancaster
  ...placesOf('E07000121',
    ['Lancaster', 54.047, -2.801, 1], ['Morecambe', 54.073, -2.861, 1], ['Heysham', 54.047, -2.891, 2], ['Carnforth', 54.13, -2.769, 2],
    ['Bolton-le-Sands', 54.104, -2.792], ['Halton', 54.076, -2.766], ['Caton', 54.077, -2.717], ['Galgate', 53.992, -2.789],
    ['Silverdale', 54.167, -2.826], ['Warton', 54.145, -2.767], ['Hornby', 54.112, -2.635], ['Wray', 54.103, -2.608],
    ['Cockerham', 53.962, -2.817], ['Glasson Dock', 53.998, -2.847], ['Overton', 54.014, -2.859], ['Scotforth', 54.029, -2.796],
    ['Skerton', 54.058, -2.806], ['Bare', 54.076, -2.838], ['Quernmore', 54.025, -2.733], ['Dolphinholme', 53.975, -2.735],
    ['Abbeystead', 53.984, -2.668], ['Arkholme', 54.139, -2.633], ['Whittington', 54.182, -2.613], ['Leck', 54.186, -2.548],
    ['Yealand Conyers', 54.162, -2.764]),
  // Pendle
  ...placesOf('E07000122',
    ['Nelson', 53.836, -2.218, 1], ['Colne', 53.857, -2.168, 2], ['Barnoldswick', 53.916, -2.189, 2], ['Brierfield', 53.825, -2.234, 2],
    ['Earby', 53.916, -2.143], ['Barrowford', 53.849, -2.221], ['Trawden', 53.842, -2.133], ['Foulridge', 53.876, -2.168],
    ['Kelbrook', 53.895, -2.15], ['Fence', 53.836, -2.268], ['Higham', 53.823, -2.289], ['Barley', 53.858, -2.273],
    ['Blacko', 53.867, -2.22], ['Laneshaw Bridge', 53.859, -2.121]),
  // Preston
  ...placesOf('E07000123',
    ['Preston', 53.759, -2.699, 1], ['Fulwood', 53.787, -2.713, 2], ['Ribbleton', 53.772, -2.66], ['Ashton-on-Ribble', 53.766, -2.738],
    ['Ingol', 53.782, -2.744], ['Cottam', 53.786, -2.767], ['Lea', 53.772, -2.775], ['Deepdale', 53.771, -2.687],
    ['Brookfield', 53.784, -2.658], ['Fishwick', 53.759, -2.673], ['Plungington', 53.772, -2.709], ['Grimsargh', 53.804, -2.634],
    ['Broughton', 53.811, -2.72], ['Woodplumpton', 53.804, -2.763], ['Goosnargh', 53.826, -2.672], ['Barton', 53.831, -2.739]),
  // Ribble Valley
  ...placesOf('E07000124',
    ['Clitheroe', 53.871, -2.392, 1], ['Longridge', 53.831, -2.599, 2], ['Whalley', 53.821, -2.406, 2], ['Sabden', 53.833, -2.335],
    ['Chatburn', 53.892, -2.353], ['Waddington', 53.889, -2.414], ['Gisburn', 53.935, -2.261], ['Ribchester', 53.814, -2.533],
    ['Hurst Green', 53.837, -2.479], ['Mellor', 53.772, -2.527], ['Wilpshire', 53.787, -2.472], ['Langho', 53.806, -2.446],
    ['Read', 53.809, -2.357], ['Balderstone', 53.786, -2.565], ['Chipping', 53.884, -2.575], ['Slaidburn', 53.966, -2.442],
    ['Dunsop Bridge', 53.946, -2.519], ['Bolton-by-Bowland', 53.94, -2.327], ['Tosside', 53.999, -2.352]),
  // Rossendale
  ...placesOf('E07000125',
    ['Rawtenstall', 53.701, -2.284, 1], ['Bacup', 53.704, -2.199, 2], ['Haslingden', 53.704, -2.324, 2], ['Whitworth', 53.666, -2.178, 2],
    ['Waterfoot', 53.696, -2.25], ['Helmshore', 53.689, -2.33], ['Edenfield', 53.671, -2.305], ['Stubbins', 53.657, -2.312],
    ['Crawshawbooth', 53.723, -2.288], ['Stacksteads', 53.694, -2.22], ['Weir', 53.726, -2.198]),
  // South Ribble
  ...placesOf('E07000126',
    ['Leyland', 53.692, -2.697, 1], ['Penwortham', 53.748, -2.73, 2], ['Bamber Bridge', 53.728, -2.661, 2], ['Walton-le-Dale', 53.748, -2.668],
    ['Lostock Hall', 53.724, -2.689], ['Farington', 53.708, -2.69], ['Longton', 53.724, -2.79], ['Hutton', 53.738, -2.766],
    ['New Longton', 53.727, -2.748], ['Much Hoole', 53.699, -2.805], ['Samlesbury', 53.768, -2.628], ['Higher Walton', 53.741, -2.639],
    ['Moss Side', 53.692, -2.73]),
  // West Lancashire
  ...placesOf('E07000127',
    ['Skelmersdale', 53.55, -2.776, 1], ['Ormskirk', 53.567, -2.882, 1], ['Burscough', 53.597, -2.841, 2], ['Tarleton', 53.677, -2.833, 2],
    ['Aughton', 53.547, -2.909], ['Up Holland', 53.541, -2.725], ['Digmoor', 53.535, -2.754], ['Parbold', 53.592, -2.77],
    ['Appley Bridge', 53.58, -2.719], ['Wrightington', 53.613, -2.703], ['Rufford', 53.637, -2.818], ['Hesketh Bank', 53.703, -2.847],
    ['Banks', 53.681, -2.922], ['Scarisbrick', 53.612, -2.92], ['Halsall', 53.585, -2.953], ['Haskayne', 53.566, -2.965],
    ['Bickerstaffe', 53.526, -2.833]),
  // Wyre
  ...placesOf('E07000128',
    ['Fleetwood', 53.921, -3.015, 1], ['Thornton', 53.872, -3.003, 2], ['Cleveleys', 53.877, -3.043, 2], ['Poulton-le-Fylde', 53.847, -2.992, 2],
    ['Garstang', 53.901, -2.774, 2], ['Knott End-on-Sea', 53.927, -2.99], ['Preesall', 53.917, -2.967], ['Stalmine', 53.899, -2.955],
    ['Hambleton', 53.874, -2.953], ['Pilling', 53.929, -2.909], ['Great Eccleston', 53.854, -2.872], ['St Michael’s on Wyre', 53.863, -2.819],
    ['Catterall', 53.879, -2.766], ['Bilsborrow', 53.852, -2.744], ['Inskip', 53.839, -2.819], ['Scorton', 53.932, -2.758],
    ['Forton', 53.949, -2.771], ['Calder Vale', 53.899, -2.713], ['Carleton', 53.843, -3.013], ['Rossall', 53.896, -3.044]),
];

const neighbours = (...rows: readonly Row[]): readonly NeighbourPlace[] =>
  rows.map(([name, lat, lon, rank = 3]) => ({ name, district: null, lat, lon, rank }));

/** Not served: the two unitary authorities inside the county's outline, then what lies around it, as far as a wide map shows. */
export const NEIGHBOURS: readonly NeighbourPlace[] = neighbours(
  // Blackpool, and Blackburn with Darwen
  ['Blackpool', 53.817, -3.05, 1], ['Bispham', 53.851, -3.043], ['South Shore', 53.793, -3.047], ['Marton', 53.806, -3.015],
  ['Blackburn', 53.748, -2.482, 1], ['Darwen', 53.695, -2.466, 2], ['Feniscowles', 53.728, -2.532], ['Edgworth', 53.647, -2.394],
  ['Belmont', 53.636, -2.497],
  // North, and across the bay
  ['Kendal', 54.327, -2.745, 1], ['Milnthorpe', 54.227, -2.772], ['Arnside', 54.201, -2.834], ['Burton-in-Kendal', 54.188, -2.721],
  ['Kirkby Lonsdale', 54.202, -2.597], ['Barbon', 54.216, -2.567], ['Sedbergh', 54.323, -2.528, 2], ['Grange-over-Sands', 54.194, -2.909, 2], ['Ulverston', 54.195, -3.092, 2],
  ['Barrow-in-Furness', 54.112, -3.227, 1], ['Windermere', 54.38, -2.907, 2], ['Ingleton', 54.154, -2.469], ['Bentham', 54.119, -2.51, 2],
  // East
  ['Settle', 54.069, -2.277, 2], ['Hellifield', 54.004, -2.22], ['Gargrave', 53.983, -2.105], ['Skipton', 53.962, -2.017, 1],
  ['Cowling', 53.887, -2.045], ['Keighley', 53.868, -1.906, 2], ['Haworth', 53.832, -1.955], ['Hebden Bridge', 53.742, -2.013, 2],
  ['Todmorden', 53.714, -2.098, 2], ['Halifax', 53.722, -1.863, 1], ['Huddersfield', 53.645, -1.785, 1], ['Bradford', 53.795, -1.752, 1],
  ['Leeds', 53.8, -1.549, 1], ['Harrogate', 53.992, -1.541, 2], ['Ripon', 54.136, -1.523, 2],
  // South
  ['Littleborough', 53.643, -2.096], ['Rochdale', 53.614, -2.158, 1], ['Ramsbottom', 53.648, -2.32, 2], ['Bury', 53.593, -2.298, 1],
  ['Egerton', 53.629, -2.44], ['Bolton', 53.578, -2.429, 1], ['Horwich', 53.597, -2.541, 2], ['Blackrod', 53.591, -2.58],
  ['Wigan', 53.546, -2.633, 1], ['Standish', 53.586, -2.661], ['Shevington', 53.571, -2.693], ['Orrell', 53.533, -2.708],
  ['Rainford', 53.501, -2.786], ['Kirkby', 53.481, -2.89, 2], ['Maghull', 53.516, -2.945, 2], ['Formby', 53.559, -3.068, 2],
  ['Ainsdale', 53.602, -3.04], ['Southport', 53.647, -3.006, 1], ['Crossens', 53.669, -2.952], ['St Helens', 53.454, -2.737, 1],
  ['Liverpool', 53.408, -2.991, 1], ['Warrington', 53.39, -2.597, 1], ['Manchester', 53.48, -2.242, 1], ['Oldham', 53.541, -2.117, 1],
  ['Stockport', 53.408, -2.159, 1], ['Chester', 53.191, -2.892, 1],
);
