export default Promise.reject(new Error('the file of regions is not there'));
