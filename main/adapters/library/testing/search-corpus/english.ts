/** Twenty courses in English, written for measuring search: `# title | lecturer | topics`, the summary, and `- lecture | summary | cue / cue / …`. */
export const englishCorpus = `
# Light and Lenses | Nadia Brandt | optics, physics
How light bends, spreads and carries pictures, from a puddle to a telescope.
- Refraction at a flat surface | Why a spoon looks broken in a glass of water. | a ray slows down as it enters the water / and so it bends toward the normal / the ratio of the speeds is the refractive index
- Thin lenses and images | Focal length, real and virtual images. | draw the ray that passes through the centre / a magnifying glass makes a virtual image / nearsighted people need a diverging lens
- Interference and diffraction | Two slits, many fringes. | where the crests meet the screen is bright / a soap bubble owes its colours to a thin film / narrow the slit and the pattern widens
- Building a telescope | Mirrors, eyepieces and the limit of resolution. | a large mirror gathers more light / chromatic aberration spoils every simple lens / the atmosphere makes the stars twinkle
# Electricity from Scratch | Tomas Reyes | physics, circuits
Charge, current and the first circuits on your table.
- Charge and field | What makes hair stand on end. | rub the balloon on wool / the field points away from a positive charge
- Ohm and Kirchhoff | Two laws that solve nearly every circuit. | the current splits at the junction / the voltage around a loop adds up to zero / resistors in parallel share the current
- Capacitors | Storing charge on two plates. | the capacitor fills quickly and then slowly / the time constant is resistance times capacitance
- Motors and generators | The same machine run in both directions. | a wire that carries current feels a force / turn the shaft and a voltage appears
# The Heat Engine | Ingrid Holm | physics, thermodynamics
Temperature, entropy and the price of every engine.
- Temperature and heat | Two words that are not one. | heat flows from the hot body to the cold one / a calorimeter keeps the heat inside
- The second law | Why time has a direction. | entropy never decreases in a closed system / you cannot unstir the milk from the coffee
- Carnot and his cycle | The best engine there can be. | no engine beats the efficiency of Carnot / a refrigerator is a heat engine run backwards
# Cells Up Close | Priya Raman | biology
The smallest living things and what goes on inside them.
- The membrane | A wall that lets the right things through. | lipids line up with their tails inside / a pump moves sodium out and potassium in
- Mitochondria | Where food becomes energy. | the mitochondria make most of the energy of the cell / they have their own small ring of genes
- Dividing | One cell becomes two. | the chromosomes line up in the middle / when the brakes on division fail a tumour grows
- Photosynthesis | How leaves catch sunlight. | chlorophyll absorbs red and blue and leaves green / oxygen is only the waste of the process
# Genes and Inheritance | Samuel Okoro | biology, genetics
From peas in a monastery garden to reading whole genomes.
- Mendel and his peas | Counting what is passed on. | three yellow peas to every green one / a recessive trait can hide for a generation
- The double helix | The shape of the molecule of life. | adenine pairs with thymine / the strands run in opposite directions
- From gene to protein | Transcription and translation. | the ribosome reads three letters at a time / a single letter changed may break the protein
- Editing genomes | Molecular scissors and what we ought to do with them. | a guide leads the scissors to the right place / we should ask who decides
# Evolution Explained | Samuel Okoro | biology, evolution
Variation, selection and a great deal of time.
- Natural selection | The finches of an island. | those with the stronger beak survived the drought / nobody chose and yet there was a choice
- Sexual selection | Why the peacock carries his tail. | the tail is a burden and that is the point / females choose and males compete
- Trees of life | Reading branches instead of ladders. | we are not descended from today's apes / whales are cousins of the hippopotamus
# Chemistry of the Kitchen | Lucia Ferrari | chemistry, cooking
Acids, foams and browning: experiments you may eat.
- Why bread rises | Yeast, gluten and patience. | yeast turns sugar into gas and alcohol / kneading lines up the gluten
- The browning of meat | Hundreds of flavours from one reaction. | the Maillard reaction needs a dry and hot surface / sugar and amino acids meet in the pan
- Emulsions | Making oil and water agree. | the yolk holds oil and vinegar together / mayonnaise is a crowd of tiny droplets
- Acids and salt | What sour and salty do to taste. | a few drops of lemon wake the soup / salt hides bitterness
# Calculus without Fear | Omar Haddad | mathematics, calculus
Slopes, sums and the bridge between them.
- Limits | Getting as near as you please. | the value at the point does not matter / squeeze it between two functions
- The derivative | The slope of a curve at a point. | the secant becomes a tangent / the derivative of a product has two terms
- The integral | Adding up endlessly thin slices. | rectangles under the curve / the area grows at the rate of the function
- The fundamental theorem | Why slopes and areas undo each other. | differentiate the area and you get the curve back / this is the bridge of the whole course
- Series | Infinite sums with finite answers. | the harmonic series diverges though very slowly / a geometric series has a closed form
# Linear Algebra in Pictures | Hana Suzuki | mathematics, algebra
Vectors, matrices and what they do to space.
- Vectors | Arrows that can be added. | put the tail of one on the tip of the other / every vector is a sum of basis vectors
- Matrices as motions | Stretching, turning and shearing the plane. | the columns tell where the basis goes / the determinant is how areas grow
- Eigenvectors | Directions that stay themselves. | the eigenvector is only stretched / find the roots of the characteristic polynomial
- Least squares | The best answer when there is none. | project onto the space of the columns / the residual is perpendicular to the plane
# Proofs and Puzzles | Hana Suzuki | mathematics, logic
How mathematicians know that something is true.
- What is a proof | Certainty, step by step. | every step must follow from the ones before / an example is not a proof
- Induction | Falling dominoes. | show that the first domino falls / assume it for n and show it for the next
- Contradiction | Assume the opposite and wait. | suppose the square root of two were a fraction / there is no largest prime number
- Counting without counting | Pigeons, holes and bijections. | more pigeons than holes means company / pair them up and you need not count
# Statistics for Doubters | Erik Lindqvist | mathematics, statistics
Samples, chance and honest conclusions.
- Averages and spread | When the mean misleads. | one millionaire moves the mean but not the median / the standard deviation measures spread
- Sampling | Asking few and learning about many. | a biased sample stays biased however large / throw the dice to choose whom you ask
- Testing hypotheses | What a p-value is and is not. | the p value is not the chance that you are wrong / fix your question before you look at the data
- Correlation and cause | Storks and babies. | ice cream does not drown anybody / a confounder stands behind both
# How Computers Think | Grace Whitfield | computer science
From switches to programs, one layer at a time.
- Bits and gates | Everything from one switch. | two transistors make a gate / with nand alone you can build the rest
- Inside the processor | Fetch, decode, execute. | the pipeline works on five instructions at once / a wrong guess empties the pipeline
- Memory and caches | Why nearness is speed. | the cache keeps what was used a moment ago / reading from main memory takes a hundred cycles
- The operating system | Sharing one machine among many programs. | the scheduler gives each process its slice / virtual memory gives everyone the same addresses
# Algorithms by Hand | Grace Whitfield | computer science, algorithms
Sorting cards, finding paths and counting the steps.
- Sorting | From insertion to merging. | merge the two sorted halves / quicksort chooses a pivot and splits
- Searching a graph | Breadth first, depth first. | mark where you have been or walk in circles / the queue makes it breadth first
- Shortest paths | Dijkstra with pencil and paper. | settle the nearest city first / negative edges break the greedy idea
- Dynamic programming | Never solve the same problem twice. | write the answers into a table / the knapsack fills one gram at a time
# Databases that Last | Viktor Sokol | computer science, databases
Tables, indexes, transactions and what happens when the power goes.
- Tables and keys | Saying each thing once. | a foreign key points at another table / normal forms keep a fact in one place
- Indexes | Finding a row without reading them all. | the b-tree has a high fan-out / an index makes reading fast and writing slower
- Transactions | All or nothing. | isolation keeps half finished work from others / the log is written before the page
# Networks and the Internet | Marta Nowak | computer science, networks
How a packet finds its way around the world.
- Packets and routers | Letters without a postman. | each router knows only the next hop / packets may arrive in another order
- Reliable delivery | Handshakes, windows and lost segments. | the sender repeats what was not acknowledged / slow start doubles the window
- Names and addresses | The telephone book of the net. | a resolver asks the root first / the answer is cached until its time is over
- Encryption on the wire | Keeping secrets among strangers. | the certificate vouches for the key / both sides agree on a key that nobody else hears
# Machine Learning Basics | Aisha Karim | computer science, statistics
Models that learn from examples, and how they fool us.
- Learning from examples | Features, labels and the loss. | the model adjusts its weights to make the loss smaller / keep some examples aside for testing
- Overfitting | When a model learns by heart. | it remembers the noise instead of the pattern / regularisation keeps the weights small
- Neural networks | Layers of simple units. | backpropagation sends the error back through the layers / without a nonlinearity the layers collapse into one
- Gradient descent | Walking downhill in the fog. | too large a step jumps over the valley / momentum carries you through flat parts
# Rome: Republic and Empire | Julian Carver | history, antiquity
Senators, legions and roads: seven centuries in seven lectures' worth of stories.
- The republic | Consuls, tribunes and the senate. | two consuls so that nobody is king / the tribune may say I forbid
- Hannibal | Elephants over the Alps. | he crossed the Alps with elephants / Cannae is still taught to officers
- Caesar crosses the river | The end of a republic. | the die is cast he said at the Rubicon / on the ides of March the daggers came out
- Roads and aqueducts | The engineering of an empire. | the aqueduct falls one metre in a kilometre / concrete that hardens under water
# Painting since 1400 | Beatrice Lang | art, history
How painters learned to see, and then to see differently.
- Perspective | The window in the wall. | parallel lines meet at the vanishing point / Brunelleschi showed it with a mirror
- Light in Dutch rooms | Vermeer and his window. | the pearl is three strokes of paint / a camera obscura may have helped
- Impressionism | Painting the moment. | they left the studio for the open air / shadows are blue and not black
- Abstraction | When the picture is about paint. | Kandinsky heard colours as sounds / a square is a square and nothing else
# Writing Clearly | Rosalind Pike | language, study skills
Sentences people read to the end.
- Verbs do the work | Cutting what only sounds important. | find the verb that hides in the noun / cut the adverb and see if you miss it
- Paragraphs | One thought at a time. | the first sentence makes a promise / begin with what the reader knows
- Editing | The second draft is where you write. | read it aloud and mark where you stumble / sleep on it before you cut
# Music and Mathematics | Daniel Weiss | music, mathematics
Strings, scales and rhythms counted out.
- Vibrating strings | Why an octave is a half. | press the string in the middle and hear the octave / overtones give each instrument its voice
- Scales and temperament | The comma that would not go away. | twelve pure fifths overshoot seven octaves / equal temperament shares the error
- Rhythm | Cycles, patterns and polyrhythms. | three against two is a triangle in a square / spread the beats as evenly as you can
`;
